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
import { cleanAddress } from './addressExpression';
import { type Channel, channelOf } from './channel';
import { type Account, fingerprintOf, identityOf, toBaseUrl } from './credential';
import { requestOptionsOf } from './requestOptions';

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
	/** Hash of what stays the same of the credential: tells one account from another. */
	fingerprint: string;
	/**
	 * What all requests of the caller's execution have in common; undefined where a person waits for them at
	 * the canvas, which is no execution.
	 */
	execution: unknown;
	/**
	 * From when on nobody waits for the caller any more, by the clock of durations: what was not sent by
	 * then is not sent. None where the caller waits as long as it takes.
	 */
	deadline?: number;
	/** What every request of the caller has in common: base URL, proxy, timeout. */
	template: IHttpRequestOptions;
}

/** What every request to the API has in common. */
export const requestDefaults = {
	baseURL: `={{ ${cleanAddress('$credentials.baseUrl')} }}`,
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
	const baseUrl = toBaseUrl(credential.baseUrl, { authentication, credentialName });
	if (credential.oauthBaseUrl !== undefined) {
		// n8n sends the client's secret there.
		toBaseUrl(credential.oauthBaseUrl, { authentication, credentialName }, 'OAuth Base URL');
	}
	const isPicker = 'getCurrentNodeParameter' in context;
	const hasRequestOptions = template !== undefined || isPicker;
	const account: Account = { authentication, credentialName, baseUrl, hasRequestOptions };
	const ownOptions = isPicker ? requestOptionsOf(context) : {};
	const identity = identityOf(account, credential);
	return {
		...account,
		context,
		credentialType,
		channel: channelOf(baseUrl, identity),
		fingerprint: fingerprintOf(baseUrl, identity),
		execution: executionOf(context),
		template: template ?? { ...requestDefaults, ...ownOptions, baseURL: baseUrl, url: '' },
	};
}

/**
 * The way to the API for what others may be waiting for as well: it goes on when the execution that began it
 * is stopped. n8n breaks off what a context sends by the signal that `getExecutionCancelSignal` of that very
 * context gives (n8n-core 1.109 to 2.41, `httpRequestWithAuthentication`), so it is asked on a context that
 * gives none. Whose turn it is stays the same.
 */
export function shared(connection: Connection): Connection {
	const { context } = connection;
	if (!('getExecutionCancelSignal' in context)) return connection;
	const getExecutionCancelSignal = { value: () => undefined };
	return {
		...connection,
		context: Object.create(context, { getExecutionCancelSignal }) as ApiContext,
	};
}

/** n8n makes one signal for each execution (n8n-core 1.110 to 2.41). Hooks and pickers have none. */
function executionOf(context: ApiContext): unknown {
	if (!('getExecutionCancelSignal' in context)) return undefined;
	return context.getExecutionCancelSignal() ?? context.getExecutionId() ?? context;
}
