import 'reflect-metadata';
import { Container } from '@n8n/di';
import { SSHClientsManager } from 'n8n-core/dist/execution-engine/ssh-clients-manager';

// Before n8n 2.33 an interval of the engine (for SSH connections, made with the first node that is run)
// keeps the process alive. n8n itself ends it in the same way, when the process exits.
afterAll(() => Container.get(SSHClientsManager).onShutdown());
