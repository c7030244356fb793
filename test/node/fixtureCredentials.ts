import {
	type IAuthenticateGeneric,
	type ICredentialDataDecryptedObject,
	ICredentialsHelper,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeProperties,
	type Workflow,
} from 'n8n-workflow';
import { MijnKlantportaalApi } from '../../credentials/MijnKlantportaalApi.credentials';

/**
 * Hands a fixed credential to the engine and signs requests the way n8n does for generic authentication,
 * from the real credential file.
 */
export class FixtureCredentials extends ICredentialsHelper {
	constructor(
		private readonly workflow: Workflow,
		private readonly credential: IDataObject,
	) {
		super();
	}

	getParentTypes(_typeName: string): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
		_workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { properties } = new MijnKlantportaalApi().authenticate as IAuthenticateGeneric;
		const headers: IDataObject = { ...request.headers };
		for (const [name, value] of Object.entries(properties.headers ?? {})) {
			headers[name] = this.workflow.expression.getSimpleParameterValue(
				node as INode,
				value as string,
				'internal',
				{ $credentials: credentials },
				undefined,
				'',
			) as string;
		}
		return { ...request, headers };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('The engine asks for decrypted credentials only');
	}

	async getDecrypted(
		..._which: Parameters<ICredentialsHelper['getDecrypted']>
	): Promise<ICredentialDataDecryptedObject> {
		return this.credential as ICredentialDataDecryptedObject;
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(
		..._what: Parameters<ICredentialsHelper['updateCredentialsOauthTokenData']>
	): Promise<void> {}

	getCredentialsProperties(): INodeProperties[] {
		return new MijnKlantportaalApi().properties;
	}
}
