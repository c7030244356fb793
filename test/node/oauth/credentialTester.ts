import 'reflect-metadata';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	type IDataObject,
	type IExecuteData,
	type INode,
	type INodeType,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';
import { MijnKlantportaalOAuth2Api } from '../../../credentials/MijnKlantportaalOAuth2Api.credentials';
import { toAdditionalData } from '../additionalData';
import { toRunExecutionData } from '../runExecutionData';
import type { StoredOAuth2 } from './oAuth2Credentials';

const { name: credentialType, test } = new MijnKlantportaalOAuth2Api();

/** The node that n8n makes up for a test: one parameter, with the credential's request for its routing. */
const node: INodeType = {
	description: {
		displayName: 'No Operation',
		name: 'noOp',
		group: [],
		version: 1,
		description: 'Does nothing',
		defaults: { name: 'No Operation' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: credentialType, required: true }],
		properties: [
			{
				displayName: 'Temp',
				name: 'temp',
				type: 'string',
				default: '',
				routing: { request: test.request },
			},
		],
	},
};

interface ThrownByNode {
	message: string;
	cause?: { response?: { status: number; statusText: string }; code?: string };
}

/**
 * What n8n's dialog says when it tests the OAuth2 credential: what n8n's server does with a test request
 * (n8n 2.41 and 1.123, CredentialsTester), with n8n's own engine.
 */
export async function testOAuth2(
	credential: StoredOAuth2,
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	const temporary: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialType]: { id: credential.id, name: 'Test portal' } },
	};
	const workflow = new Workflow({
		nodes: [temporary],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => node,
			getByNameAndVersion: () => node,
			getKnownTypes: () => ({}),
		},
	});
	const executeData: IExecuteData = { node: temporary, data: {}, source: null };
	const context = new ExecuteContext(
		workflow,
		temporary,
		toAdditionalData(workflow, credential),
		'internal',
		toRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		executeData,
		[],
	);
	const decrypted = { ...credential, name: 'Test portal', type: credentialType };
	try {
		const output = await new RoutingNode(context, node, decrypted as never).runNode();
		const answer = output?.[0]?.[0]?.json as IDataObject;
		for (const { type, properties } of test.rules ?? []) {
			if (type === 'responseSuccessBody' && answer[properties.key] === properties.value) {
				return { status: 'Error', message: properties.message };
			}
		}
		return { status: 'OK', message: 'Connection successful!' };
	} catch (thrown) {
		return { status: 'Error', message: messageOf(thrown as ThrownByNode) };
	}
}

function messageOf({ message, cause }: ThrownByNode): string {
	const { response, code } = cause ?? {};
	if (response === undefined) return code ?? message;
	const rule = (test.rules ?? []).find(
		({ type, properties }) => type === 'responseCode' && properties.value === response.status,
	);
	return rule?.properties.message ?? response.statusText;
}
