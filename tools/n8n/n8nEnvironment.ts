/** Features that are no use here; `mcp-registry` would also call outside at the start. */
const disabledModules = [
	'mcp-registry',
	'mcp',
	'instance-ai',
	'insights',
	'chat-hub',
	'agents',
	'breaking-changes',
	'quick-connect',
	'external-secrets',
	'source-control',
	'otel',
];

/** What the caller's own environment may not decide about the n8n that is started here. */
const notInherited = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODE_|NODES_|JEST_|npm_|INIT_CWD$)/;

export interface N8nAddress {
	userFolder: string;
	port: number;
	brokerPort: number;
	url: string;
}

/** The settings under which n8n makes no call to any outside address and asks nobody anything. */
export function n8nEnvironment({
	userFolder,
	port,
	brokerPort,
	url,
}: N8nAddress): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !notInherited.test(name));
	return {
		...Object.fromEntries(inherited),
		NO_PROXY: '127.0.0.1,localhost',
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: 'Europe/Amsterdam',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_ENCRYPTION_KEY: 'only-for-this-machine',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
		N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_PYTHON_ENABLED: 'false',
		N8N_DISABLED_MODULES: disabledModules.join(','),
	};
}
