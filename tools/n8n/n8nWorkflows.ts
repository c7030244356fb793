import type { RunningN8n } from './startN8n';
import type { StoredCredential } from './n8nCredentials';

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	position: number[];
	id?: string;
	credentials?: Record<string, { id: string | null; name: string }>;
	onError?: string;
}

/** A workflow as n8n exports it, and as the files in `examples` hold it. */
export interface WorkflowContent {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	/** Output that is taken as given, per node, in place of running it. */
	pinData?: Record<string, Array<{ json: Record<string, unknown>; binary?: unknown }>>;
}

export interface StoredWorkflow extends WorkflowContent {
	id: string;
	versionId: string;
}

/** Stores a workflow, in which every node that takes such a credential is given this one. */
export async function importWorkflow(
	{ rest }: RunningN8n,
	content: WorkflowContent,
	credential?: StoredCredential,
): Promise<StoredWorkflow> {
	const nodes = content.nodes.map((node) => {
		if (!credential || !(credential.type in (node.credentials ?? {}))) return node;
		const { id, name, type } = credential;
		return { ...node, credentials: { ...node.credentials, [type]: { id, name } } };
	});
	const { data } = await rest.post<{ data: StoredWorkflow }>('/workflows', {
		settings: {},
		...content,
		nodes,
		active: false,
	});
	return data.data;
}

/** Makes the workflow's triggers listen. n8n does this in the background: they may need a moment. */
export async function activateWorkflow(
	{ rest }: RunningN8n,
	{ id, versionId }: StoredWorkflow,
): Promise<void> {
	await rest.post(`/workflows/${id}/activate`, { versionId });
}

/** Makes the workflow's triggers stop listening. */
export async function deactivateWorkflow(
	{ rest }: RunningN8n,
	{ id }: StoredWorkflow,
): Promise<void> {
	await rest.post(`/workflows/${id}/deactivate`);
}
