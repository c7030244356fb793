import type { INodeExecutionData } from 'n8n-workflow';
import { type Candidate, runSteps } from './engineWorkflow';

export type { Candidate } from './engineWorkflow';

/** Runs any node once in n8n's engine, with our credential, and gives its output. */
export async function runAnyNode(
	candidate: Candidate,
	items: INodeExecutionData[],
	credential: { apiKey: string; baseUrl: string },
): Promise<INodeExecutionData[]> {
	const { error, outputOf } = await runSteps([{ ...candidate, step: 'Node' }], items, credential);
	if (error) throw error;
	return outputOf('Node');
}
