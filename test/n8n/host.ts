import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../sandbox/portal';
import { allScopes } from '../../sandbox/scopes';
import { createCredential, type StoredCredential } from '../../tools/n8n/n8nCredentials';
import { buildNodePackage, packNodePackage } from '../../tools/n8n/nodePackage';
import { startN8n, type RunningN8n } from '../../tools/n8n/startN8n';
import { startedVersion } from '../../tools/n8n/testedVersions';
import { testedN8n } from '../sinceN8n';

export const credentialType = 'mijnKlantportaalApi';
export const nodeType = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';

/** The key has a random part, so that finding it anywhere proves that it leaked. */
export const keys = {
	all: `sandbox-key-${randomUUID()}`,
	onlyTickets: 'sandbox-key-only-tickets',
	wrong: 'no-such-key',
};

/** One n8n and one portal for all tests of the run: starting them takes longer than the tests. */
export interface Host {
	n8n: RunningN8n;
	portal: Portal;
	credential: StoredCredential;
	/** For packed files and screenshots. */
	folder: string;
}

let current: Host | undefined;

/** The host that was started before the tests. */
export function host(): Host {
	if (!current) throw new Error('The n8n of the tests is not started.');
	return current;
}

/** What the dialog of the credential would hold for that key. */
export function credentialContent(name: string, apiKey: string) {
	return { name, type: credentialType, data: { apiKey, baseUrl: host().portal.apiUrl } };
}

const report = (line: string): void => {
	process.stderr.write(`  ${line}\n`);
};

/** Builds and packs the node, and starts n8n with it beside the stand-in portal. */
export async function startHost(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-n8n-'));
	await buildNodePackage(report);
	const portal = await startPortal({
		limit: Infinity,
		keys: [
			{ token: keys.all, scopes: [...allScopes] },
			{ token: keys.onlyTickets, scopes: ['tickets.read'] },
		],
	});
	const n8n = await startN8n({
		userFolder: join(folder, 'n8n'),
		tarball: await packNodePackage(folder, report),
		// The log is searched for the key: so let n8n write down all it can.
		environment: { N8N_LOG_LEVEL: 'debug' },
		version: startedVersion(testedN8n),
		report,
	});
	current = { n8n, portal, folder, credential: { id: '', name: '', type: credentialType } };
	current.credential = await createCredential(n8n, credentialContent('Portal', keys.all));
}

/** Stops both; screenshots stay when `KEEP_SCREENSHOTS` is set. */
export async function stopHost(): Promise<void> {
	await current?.n8n.stop();
	await current?.portal.close();
	if (!current) return;
	if (process.env.KEEP_SCREENSHOTS) report(`Screenshots are in ${current.folder}`);
	else await rm(current.folder, { recursive: true, force: true, maxRetries: 3 });
}
