import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

export class MijnKlantportaalApi implements ICredentialType {
	name = 'mijnKlantportaalApi';

	displayName = 'MijnKlantportaal API';

	icon = {
		light: 'file:../icons/mijnKlantportaal.svg',
		dark: 'file:../icons/mijnKlantportaal.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-mijnklantportaal/n8n-nodes-mijnklantportaal#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'Make one in MijnKlantportaal under Settings > API Keys. It is shown there only once.',
			description:
				'The key with which your portal is opened. Its scopes, which you choose when you make it, say what it may do.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.mijnklantportaal.nl/v1',
			required: true,
			description: 'Address of the API. Only change it to try the node against another server.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		// What is copied along with a key, such as the word in front of it in an example, is left out.
		properties: {
			headers: {
				Authorization: '=Bearer {{ $credentials.apiKey.trim().replace(/^Bearer\\s+/i, "") }}',
			},
		},
	};
}
