import { ExecutionLifecycleHooks } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData, Workflow, WorkflowExecuteMode } from 'n8n-workflow';
import { type Credential, credentialsFor } from './credentials';

/** What n8n's server gives an execution besides the workflow, as far as our nodes ask for it. */
export function toAdditionalData(
	workflow: Workflow,
	credential: Credential,
	{
		mode = 'manual',
		n8nUrl = 'http://127.0.0.1',
	}: { mode?: WorkflowExecuteMode; n8nUrl?: string } = {},
): IWorkflowExecuteAdditionalData {
	const workflowData = {
		id: workflow.id,
		name: 'Test',
		active: mode === 'webhook',
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		versionId: '1',
		activeVersionId: null,
		settings: workflow.settings,
	};
	return {
		credentialsHelper: credentialsFor(workflow, credential),
		hooks: new ExecutionLifecycleHooks(mode, '1', workflowData),
		executionId: '1',
		restApiUrl: `${n8nUrl}/rest`,
		instanceBaseUrl: `${n8nUrl}/`,
		formWaitingBaseUrl: `${n8nUrl}/form-waiting`,
		webhookBaseUrl: `${n8nUrl}/webhook`,
		webhookWaitingBaseUrl: `${n8nUrl}/webhook-waiting`,
		webhookTestBaseUrl: `${n8nUrl}/webhook-test`,
		currentNodeParameters: undefined,
		executionTimeoutTimestamp: undefined,
		variables: {},
		setExecutionStatus: () => {},
	} as unknown as IWorkflowExecuteAdditionalData;
}
