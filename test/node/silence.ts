/** n8n's engine logs every node that fails; in tests that is expected and only in the way. */
process.env.N8N_LOG_LEVEL = 'silent';
