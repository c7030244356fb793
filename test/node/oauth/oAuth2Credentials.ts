import type { ICredentialDataDecryptedObject, IDataObject, Workflow } from 'n8n-workflow';
import { MijnKlantportaalOAuth2Api } from '../../../credentials/MijnKlantportaalOAuth2Api.credentials';
import { FixtureCredentials } from '../fixtureCredentials';

/** What n8n stores of an OAuth2 credential: the fields of its dialog, and the tokens once connected. */
export interface StoredOAuth2 {
	id: string;
	data: IDataObject;
}

/**
 * Stands for n8n's store of credentials: what the engine renews is what the next request reads. Hidden
 * fields are resolved as n8n does it, from the real credential file.
 */
export class OAuth2Credentials extends FixtureCredentials {
	constructor(
		private readonly ofWorkflow: Workflow,
		private readonly stored: StoredOAuth2,
	) {
		super(ofWorkflow, stored.data);
	}

	override getParentTypes(typeName: string): string[] {
		return typeName === new MijnKlantportaalOAuth2Api().name
			? new MijnKlantportaalOAuth2Api().extends
			: [];
	}

	override async getDecrypted(
		...[, , , , , raw]: Parameters<FixtureCredentials['getDecrypted']>
	): Promise<ICredentialDataDecryptedObject> {
		if (raw) return structuredClone(this.stored.data) as ICredentialDataDecryptedObject;
		return resolveOAuth2(this.ofWorkflow, this.stored.data);
	}

	override async updateCredentialsOauthTokenData(
		...[, , { oauthTokenData }]: Parameters<FixtureCredentials['updateCredentialsOauthTokenData']>
	): Promise<void> {
		// As n8n: of all fields only the tokens are written.
		this.stored.data = { ...this.stored.data, oauthTokenData } as IDataObject;
	}
}

/** The fields with their defaults and expressions, as n8n's helper for credentials resolves them. */
function resolveOAuth2(workflow: Workflow, stored: IDataObject): ICredentialDataDecryptedObject {
	const { properties } = new MijnKlantportaalOAuth2Api();
	const defaults = properties.map(({ name, default: value }) => [name, value]);
	const data = structuredClone({ ...Object.fromEntries(defaults), ...stored });
	return workflow.expression.getComplexParameterValue(
		{ id: '', name: 'mock', type: '', typeVersion: 1, position: [0, 0], parameters: {} },
		data,
		'internal',
		{},
		undefined,
		undefined,
		data,
	) as ICredentialDataDecryptedObject;
}
