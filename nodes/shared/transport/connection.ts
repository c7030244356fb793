import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IExecuteSingleFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { type Authentication, credentialTypeOf } from '../authentication/authentication';
import { type Channel, channelOf } from './channel';
import { type Account, identityOf, toBaseUrl } from './credential';

/** Every place in n8n from which the API is called. */
export type ApiContext =
	| IExecuteFunctions
	| IExecuteSingleFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

/** The way to the API for one caller. */
export interface Connection extends Account {
	context: ApiContext;
	credentialType: string;
	channel: Channel;
	/** What every request of the caller has in common: base URL, proxy, timeout. */
	template: IHttpRequestOptions;
}

/** What every request to the API has in common. */
export const requestDefaults = {
	baseURL: '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}',
	headers: { Accept: 'application/json' },
	// n8n's own errors carry no response headers, so status and `retry-after` are read here instead
	// (n8n-core 2.41). No Content-Type: with one, the HTTP client turns multipart bodies into JSON.
	ignoreHttpStatusErrors: true,
	// The HTTP client would send the token on to the address it is redirected to.
	disableFollowRedirect: true,
} as const;

/**
 * Opens the way to the API with the credential of the caller's node.
 * @param template What n8n's engine prepared for the request of an item, where there is one.
 * @throws Failure when the credential cannot be used as it is.
 */
export async function connect(
	context: ApiContext,
	template?: IHttpRequestOptions,
): Promise<Connection> {
	const { parameters, credentials = {} } = context.getNode();
	// In a hook or a picker the value of the parameter may not be set yet.
	const authentication: Authentication =
		parameters.authentication === 'oAuth2' ? 'oAuth2' : 'apiKey';
	const credentialType = credentialTypeOf(authentication);
	const credential = await context.getCredentials<ICredentialDataDecryptedObject>(credentialType);
	const credentialName = credentials[credentialType]?.name ?? credentialType;
	const baseUrl = toBaseUrl(credential.baseUrl, credentialName);
	const account: Account = { authentication, credentialName, baseUrl };
	return {
		...account,
		context,
		credentialType,
		channel: channelOf(baseUrl, identityOf(account, credential)),
		template: template ?? { ...requestDefaults, baseURL: baseUrl, url: '' },
	};
}
