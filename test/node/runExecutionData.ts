import * as n8nWorkflow from 'n8n-workflow';
import type { IExecuteData, IRunExecutionData } from 'n8n-workflow';

/**
 * What an execution begins with: the nodes that are to run, with their input. n8n's own function for it
 * came with n8n-workflow 1.118; engines before that take the plain object.
 */
export function toRunExecutionData(nodeExecutionStack: IExecuteData[] = []): IRunExecutionData {
	const content = {
		startData: {},
		resultData: { runData: {} },
		executionData: {
			contextData: {},
			nodeExecutionStack,
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	};
	const { createRunExecutionData }: Partial<typeof n8nWorkflow> = n8nWorkflow;
	return createRunExecutionData?.(content) ?? (content as unknown as IRunExecutionData);
}
