import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../sandbox/portal';
import { createCredential, type StoredCredential } from '../../tools/n8n/n8nCredentials';
import { startN8nProcess, type N8nProcess } from '../../tools/n8n/n8nProcess';
import { buildNodePackage, packNodePackage } from '../../tools/n8n/nodePackage';
import { startN8n, type RunningN8n } from '../../tools/n8n/startN8n';
import { makeServices, type Services } from './services';

/** Requests that the portal takes in a window: as many as the API does, in a shorter time. */
export const LIMIT = 60;

/** A longer one shows better what the limit itself costs: `QUEUE_WINDOW_SECONDS=10 npm run test:queue`. */
export const windowSeconds = Number(process.env.QUEUE_WINDOW_SECONDS ?? 3);

/** So that a worker that is gone is missed within seconds, and not within a minute and more. */
const soonMissed = {
	QUEUE_WORKER_LOCK_DURATION: '6000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '3000',
	// In minutes.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '0.1',
};

/** n8n in queue mode, and the portal that all its processes send to. */
export interface Queue {
	main: RunningN8n;
	workers: N8nProcess[];
	portal: Portal;
	credential: StoredCredential;
	services: Services;
	/** Starts one process more, which ends with the others. */
	start(command: 'worker' | 'webhook'): Promise<N8nProcess>;
}

let current: Queue | undefined;
const endings: Array<() => Promise<unknown>> = [];

/** What was started before the tests. */
export function queue(): Queue {
	if (!current) throw new Error('The n8n of the tests is not started.');
	return current;
}

const report = (line: string): void => {
	process.stderr.write(`  ${line}\n`);
};

/** Starts main, two workers, and the portal. */
export async function startQueue(): Promise<void> {
	const services = await makeServices();
	endings.push(services.remove);
	const folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-queue-'));
	endings.push(async () => await rm(folder, { recursive: true, force: true, maxRetries: 3 }));
	await buildNodePackage(report);
	const tarball = await packNodePackage(folder, report);
	const environment = { ...services.environment, ...soonMissed };
	const portal = await startPortal({ limit: LIMIT, windowMilliseconds: windowSeconds * 1000 });
	endings.push(portal.close);
	const options = (name: string) => ({
		...{ userFolder: join(folder, name), tarball, environment, report },
	});
	const main = await startN8n(options('main'));
	endings.push(main.stop);
	let started = 0;
	const start = async (command: 'worker' | 'webhook'): Promise<N8nProcess> => {
		const n8n = await startN8nProcess(command, options(`${command}-${++started}`));
		endings.push(n8n.stop);
		return n8n;
	};
	const workers = [await start('worker'), await start('worker')];
	const credential = await createCredential(main, {
		name: 'Portal',
		type: 'mijnKlantportaalApi',
		data: { apiKey: 'sandbox-key', baseUrl: portal.apiUrl },
	});
	current = { main, workers, portal, credential, services, start };
}

/** Ends everything, in the opposite order, and removes what was made. */
export async function stopQueue(): Promise<void> {
	for (const end of endings.splice(0).reverse()) await end();
}
