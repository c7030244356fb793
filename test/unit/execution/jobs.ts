import type { IDataObject } from 'n8n-workflow';
import type { Job } from '../../../nodes/MijnKlantportaal/execution/job';
import type { WriteOperation } from '../../../nodes/MijnKlantportaal/execution/operation';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Hold } from '../../../nodes/shared/transport/hold';
import { Stop } from '../../../nodes/shared/transport/stop';
import { connectTo, type Script, type Scripted } from '../scriptedConnection';

/** An operation that creates customers, unless its own facts say something else. */
export function operationOf(own: object = {}): WriteOperation {
	return {
		name: 'Create',
		value: 'create',
		action: 'Create a customer',
		description: 'Creates a customer',
		url: '/customers',
		output: 'object',
		fields: [],
		method: 'POST',
		recovery: { kind: 'search', match: ['companyName'] },
		...own,
	};
}

export interface ScriptedJob extends Scripted {
	job: Job;
	/** Stops the run. */
	stop: Stop;
}

/** What one item asks for, at an API that answers by script. */
export async function jobAt(
	script: Script,
	{
		operation = {},
		parameters = {},
		body = { companyName: 'Jan' },
		own = {},
	}: {
		operation?: object;
		parameters?: Record<string, unknown>;
		body?: IDataObject;
		own?: Partial<Job>;
	} = {},
): Promise<ScriptedJob> {
	const scripted = await connectTo(script, {
		more: {
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
			getTimezone: () => 'Europe/Amsterdam',
			logger: { info: () => undefined },
		},
	});
	const whole = operationOf(operation);
	const stop = new Stop();
	const answerFields = { object: 'id', list: 'data', data: 'data', file: 'link' } as const;
	const job: Job = {
		context: scripted.context,
		operation: whole,
		object: portalObjects.customer,
		connection: scripted.connection,
		request: {
			method: whole.method,
			url: whole.url,
			body,
			answerField: answerFields[whole.output],
		},
		purpose: { noun: 'customer' },
		stop,
		cancelled: new Stop(),
		filterValues: {},
		hold: new Hold(),
		onLimit: () => undefined,
		...own,
	};
	return { ...scripted, job, stop };
}
