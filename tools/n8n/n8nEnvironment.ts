import { isN8n1, type TestedVersion } from './testedVersions';

/** Features that are no use here. */
const disabledModules = ['mcp', 'insights', 'chat-hub', 'breaking-changes', 'external-secrets'];

/**
 * More of them, which n8n 1 does not have: with a name that it does not know, n8n does not start.
 * `mcp-registry` would also call outside at the start.
 */
const disabledModulesOfN8n2 = [
	'mcp-registry',
	'instance-ai',
	'agents',
	'quick-connect',
	'source-control',
	'otel',
];

/** What the caller's own environment may not decide about the n8n that is started here. */
const notInherited = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODE_|NODES_|JEST_|npm_|INIT_CWD$)/;

export interface N8nAddress {
	version: TestedVersion;
	userFolder: string;
	port: number;
	brokerPort: number;
	url: string;
}

/** The settings under which n8n makes no call to any outside address and asks nobody anything. */
export function n8nEnvironment({
	version,
	userFolder,
	port,
	brokerPort,
	url,
}: N8nAddress): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !notInherited.test(name));
	const modules = isN8n1(version)
		? disabledModules
		: [...disabledModules, ...disabledModulesOfN8n2];
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
		// In queue mode a worker tells there whether it is ready.
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
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
		N8N_DISABLED_MODULES: modules.join(','),
	};
}
