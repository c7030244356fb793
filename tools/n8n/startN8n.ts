import type { AxiosInstance } from 'axios';
import { owner, signInAsOwner } from './n8nAccount';
import { startN8nProcess, type N8nProcess, type StartN8nOptions } from './n8nProcess';

export type { StartN8nOptions } from './n8nProcess';

/** An n8n with an owner. */
export interface RunningN8n extends N8nProcess {
	ownerEmail: string;
	ownerPassword: string;
	/** Client for n8n's REST interface, signed in as the owner. */
	rest: AxiosInstance;
}

/** Starts n8n on 127.0.0.1 with an owner account; installs n8n itself first when need be. */
export async function startN8n(options: StartN8nOptions): Promise<RunningN8n> {
	const n8n = await startN8nProcess('start', options);
	return {
		...n8n,
		ownerEmail: owner.email,
		ownerPassword: owner.password,
		rest: await signInAsOwner(n8n.url),
	};
}
