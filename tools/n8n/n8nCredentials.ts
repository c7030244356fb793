import type { RunningN8n } from './startN8n';

export interface CredentialContent {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface StoredCredential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Stores a credential in n8n, as its dialog does on saving. */
export async function createCredential(
	{ rest }: RunningN8n,
	content: CredentialContent,
): Promise<StoredCredential> {
	const { data } = await rest.post<{ data: StoredCredential }>('/credentials', content);
	const { id, name, type } = data.data;
	return { id, name, type };
}

/** Does what the dialog does after saving: asks n8n whether the credential works. */
export async function testCredential(
	n8n: RunningN8n,
	content: CredentialContent,
): Promise<CredentialTestResult> {
	const { id } = await createCredential(n8n, content);
	const answer = await n8n.rest.post<{ data: CredentialTestResult }>('/credentials/test', {
		credentials: { id, ...content },
	});
	return answer.data.data;
}
