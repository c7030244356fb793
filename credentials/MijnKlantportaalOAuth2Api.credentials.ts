import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { accessOptions, usualAccess } from '../nodes/shared/authentication/accessGroups';
import { refusalRules, whereToAsk } from '../nodes/shared/credentialTest/oAuth2Test';
import { cleanAddress } from '../nodes/shared/transport/addressExpression';

function expressionFor(field: string, path: string): string {
	return `={{ ${cleanAddress(`$self["${field}"]`)} + "${path}" }}`;
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
			// n8n's editor names these two by itself, whatever stands here (2.41, `credText`): hence the hints.
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			hint: 'App ID of your application in the developer portal of MijnKlantportaal',
			description: 'Register the OAuth Redirect URL above with that application',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'App Secret of the same application',
		},
		{
			displayName: 'Access',
			name: 'access',
			type: 'multiOptions',
			options: accessOptions,
			// Nothing: n8n's editor shows no other default here, and stores an empty list in its place (2.41).
			default: [],
			required: true,
			hint: `Without a choice: ${usualAccess.name}`,
			description:
				'What your workflows do in the portal. Choose no more than that: the owner of the portal is asked to agree to it. After a change here, connect again.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			// Groups share scopes; each is asked for once.
			default: `={{ ($self["access"].length > 0 ? $self["access"] : ${JSON.stringify(usualAccess.scopes)}).join(" ").split(" ").unique().join(" ") }}`,
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
	 * request its rules can tell less apart. A 403 passes: it comes for a token that is good. What Base URL
	 * must not be is told before anything is sent.
	 */
	test: ICredentialTestRequest = {
		request: {
			...whereToAsk,
			ignoreHttpStatusErrors: { ignore: true, except: [401, 404] },
			disableFollowRedirect: true,
		},
		// n8n's type allows rules of one kind only, n8n itself looks at the kind of each.
		rules: [
			...refusalRules,
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
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}
