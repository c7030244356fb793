import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PortalOptions, RecordedRequest } from '../sandbox/portal';

/** What a portal tells of itself. */
export interface PortalReport {
	/** In the order in which they were made. */
	invoiceNumbers: string[];
	requests: Array<Pick<RecordedRequest, 'at' | 'method' | 'path' | 'status'>>;
}

export interface PortalProcess {
	credential: { apiKey: string; baseUrl: string };
	report(): Promise<PortalReport>;
	/** Empties the portal. */
	reset(): Promise<void>;
	stop(): Promise<void>;
}

/** Starts a stand-in portal in another process. */
export async function startPortalProcess(options: PortalOptions): Promise<PortalProcess> {
	const child = fork(join(__dirname, 'portalChild.ts'), { serialization: 'advanced' });
	const ask = async (question: PortalOptions | 'report' | 'reset'): Promise<unknown> => {
		child.send(question);
		const [answer] = (await once(child, 'message')) as [unknown];
		return answer;
	};
	const baseUrl = (await ask(options)) as string;
	return {
		credential: { apiKey: 'sandbox-key', baseUrl },
		report: async () => (await ask('report')) as PortalReport,
		reset: async () => void (await ask('reset')),
		stop: async () => {
			const ended = once(child, 'exit');
			child.disconnect();
			await ended;
		},
	};
}
