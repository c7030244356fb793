import type { INodeProperties } from 'n8n-workflow';

/** How a node identifies itself to the API; values of the parameter `authentication`. */
export type Authentication = 'apiKey' | 'oAuth2';

/** The name of its credential. */
export function credentialTypeOf(authentication: Authentication): string {
	return authentication === 'oAuth2' ? 'mijnKlantportaalOAuth2Api' : 'mijnKlantportaalApi';
}

/** The parameter in which a node is told which credential it uses. */
export const authenticationParameter: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'API Key',
			value: 'apiKey',
			description: 'For your own portal',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description:
				'For the portals of others, whom MijnKlantportaal forbids you to ask for an API key',
		},
	],
	default: 'apiKey',
};

/** When the credential of each is shown on a node; both nodes use it. */
export const shownFor: Readonly<
	Record<Authentication, { show: { authentication: Authentication[] } }>
> = {
	apiKey: { show: { authentication: ['apiKey'] } },
	oAuth2: { show: { authentication: ['oAuth2'] } },
};
