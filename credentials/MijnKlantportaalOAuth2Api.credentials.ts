import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { accessOptions } from '../nodes/shared/authentication/accessGroups';
import { requestDefaults } from '../nodes/shared/transport/connection';

/** Spaces around an address and slashes at its end are common when it was copied. */
function expressionFor(field: string, path: string): string {
	return `={{ $self["${field}"].trim().replace(/\\/+$/, "") + "${path}" }}`;
}

/**
 * OAuth2, authorization code flow (docs/api-facts.md, OAuth).
 *
 * MijnKlantportaal documents its token address with JSON bodies that hold all fields, `client_id` and
 * `client_secret` included. n8n can only send forms there: its OAuth2 client encodes the body as
 * `application/x-www-form-urlencoded`, for the code as for the refresh token, and no option or hook of a
 * credential changes that or comes in between (n8n 2.41: @n8n/client-oauth2 `accessTokenRequest`,
 * oauth2-credential.controller `handleCallback`, n8n-core `refreshOrFetchToken`). So:
 * - `authentication: 'body'` makes the form hold exactly the documented fields under their documented
 *   names; by default n8n would put the client's ID and secret into a header only.
 * - That MijnKlantportaal reads the form is inferred and not proven: its answers have the shape of
 *   Laravel's, which reads the fields of forms and JSON alike, and forms are what the OAuth2 standard
 *   asks for (RFC 6749, 4.1.3).
 * - An answer without `token_type` counts as Bearer, and one without `refresh_token` leaves the first
 *   one in use, both in n8n's client.
 */
export class MijnKlantportaalOAuth2Api implements ICredentialType {
	name = 'mijnKlantportaalOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'MijnKlantportaal OAuth2 API';

	icon = {
		light: 'file:../icons/mijnKlantportaal.svg',
		dark: 'file:../icons/mijnKlantportaal.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-mijnklantportaal/n8n-nodes-mijnklantportaal#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: expressionFor('oauthBaseUrl', '/oauth/authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: expressionFor('oauthBaseUrl', '/oauth/tokens'),
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description:
				'App ID of your application in the developer portal of MijnKlantportaal. Register the OAuth Redirect URL above with that application.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'App Secret of your application in the developer portal of MijnKlantportaal',
		},
		{
			displayName: 'Access',
			name: 'access',
			type: 'multiOptions',
			options: accessOptions,
			default: ['customers.read invoices.read'],
			required: true,
			description:
				'What your workflows do in the portal. Choose no more than that: the owner of the portal is asked to agree to it. After a change here, connect again.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Groups share scopes; each is asked for once.
			default: '={{ $self["access"].join(" ").split(" ").unique().join(" ") }}',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.mijnklantportaal.nl/v1',
			required: true,
			description: 'Address of the API. Only change it to try the node against another server.',
		},
		{
			displayName: 'OAuth Base URL',
			name: 'oauthBaseUrl',
			type: 'string',
			default: 'https://manage.mijnklantportaal.nl',
			required: true,
			description:
				'Address of the portal in which access is granted. Only change it to try the node against another server.',
		},
	];

	/**
	 * n8n never calls a test function of a node for OAuth2 (n8n 2.41, CredentialsTester), and of a test
	 * request its rules can tell less apart. A 403 passes: it comes for a token that is good.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: requestDefaults.baseURL,
			url: '/customers',
			ignoreHttpStatusErrors: { ignore: true, except: [401, 404] },
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'MijnKlantportaal does not accept the access any more. Connect the account again, and check that Base URL and OAuth Base URL belong together.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no MijnKlantportaal API at Base URL. Correct it; it normally is https://api.mijnklantportaal.nl/v1.',
				},
			},
		],
	};
}
