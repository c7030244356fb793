import { setTimeout as pause } from 'node:timers/promises';
import type { StoredCredential } from './n8nCredentials';
import type { RunningN8n } from './startN8n';
import { isN8n1 } from './testedVersions';

const activatedWithinMilliseconds = 60_000;

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

/** What n8n 2 tells about activating a workflow. */
interface PublicationStatus {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
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

/** What became of activating a workflow: with n8n's message where a trigger could not be set up. */
export interface Activation {
	isActive: boolean;
	errorMessage?: string | null;
}

/** Makes the workflow's triggers listen, and waits until they do, or until n8n gives up. */
export async function activateWorkflow(
	n8n: RunningN8n,
	{ id, versionId }: StoredWorkflow,
): Promise<Activation> {
	if (isN8n1(n8n.version)) return await activateInN8n1(n8n, id);
	await n8n.rest.post(`/workflows/${id}/activate`, { versionId });
	return await settledActivation(n8n, id);
}

/** n8n 1 sets up the triggers before it answers. */
async function activateInN8n1({ rest }: RunningN8n, id: string): Promise<Activation> {
	const path = `/workflows/${id}`;
	try {
		const { data } = await rest.patch<{ data: { active: boolean } }>(path, { active: true });
		return { isActive: data.data.active };
	} catch (error) {
		return { isActive: false, errorMessage: (error as Error).message };
	}
}

/** n8n 2 activates after its answer, one workflow after the other. */
async function settledActivation({ rest }: RunningN8n, id: string): Promise<Activation> {
	const path = `/workflows/${id}/publication-status`;
	const began = Date.now();
	for (;;) {
		const { data } = await rest.get<{ data: PublicationStatus }>(path);
		const { status, triggers } = data.data;
		if (status !== 'in_progress') {
			return { isActive: status === 'published', errorMessage: triggers[0]?.errorMessage };
		}
		if (Date.now() - began > activatedWithinMilliseconds) {
			throw new Error(`The workflow ${id} is still being activated.`);
		}
		await pause(200);
	}
}

/** Makes the workflow's triggers stop listening. n8n 2 does so after its answer. */
export async function deactivateWorkflow(
	{ rest, version }: RunningN8n,
	{ id }: StoredWorkflow,
): Promise<void> {
	if (isN8n1(version)) await rest.patch(`/workflows/${id}`, { active: false });
	else await rest.post(`/workflows/${id}/deactivate`);
}
