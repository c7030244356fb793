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
import { quote } from '../values/wrongValue';
import { fingerprintOf, type Renewal, tokensOf } from './renewal';
import { Failure } from './failure';
import { RateLimiter } from './rateLimiter';

/** Every place in n8n from which the API is called. */
export type ApiContext =
	| IExecuteFunctions
	| IExecuteSingleFunctions
	| IHookFunctions
	| ILoadOptionsFunctions
	| IWebhookFunctions;

/** What everything in this process knows of one token at one API. */
export interface Channel {
	limiter: RateLimiter;
	/** The last renewal of the access token. */
	renewal?: Renewal;
	/** IDs of what requests of this process have made: nobody else made it. */
	claimed: Set<unknown>;
	/** How the API reads booleans in multipart bodies; learned from its refusals. */
	multipartBooleans: 'words' | 'digits';
}

/** The way to the API for one caller. */
export interface Connection {
	context: ApiContext;
	authentication: Authentication;
	credentialType: string;
	/** Shown to the user when the API refuses it. */
	credentialName: string;
	/** Base URL without slash at its end. */
	baseUrl: string;
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

/** Opens the way to the API with the credential of the caller's node. */
export async function connect(
	context: ApiContext,
	template?: IHttpRequestOptions,
): Promise<Connection> {
	// In a hook or a picker the value of the parameter may not be set yet.
	const authentication: Authentication =
		context.getNode().parameters.authentication === 'oAuth2' ? 'oAuth2' : 'apiKey';
	const credentialType = credentialTypeOf(authentication);
	const credentials = await context.getCredentials<ICredentialDataDecryptedObject>(credentialType);
	const credentialName = context.getNode().credentials?.[credentialType]?.name ?? credentialType;
	const baseUrl = toBaseUrl(credentials.baseUrl, credentialName);
	return {
		context,
		authentication,
		credentialType,
		credentialName,
		baseUrl,
		channel: channelOf(baseUrl, identityOf(authentication, credentials, credentialName)),
		template: template ?? { ...requestDefaults, baseURL: baseUrl, url: '' },
	};
}

/**
 * What stays the same as long as the credential does: the API key; for OAuth2 the refresh token. The
 * access token changes in the middle of a run, and what waits in line then keeps its place. The limit
 * belongs to the access token (guide, Rate limiting): the first answer to a new one tells its limit.
 */
function identityOf(
	authentication: Authentication,
	credentials: ICredentialDataDecryptedObject,
	credentialName: string,
): string {
	if (authentication === 'apiKey') return String(credentials.apiKey);
	const { accessToken, refreshToken = accessToken } = tokensOf(credentials);
	if (accessToken !== undefined && refreshToken !== undefined) return refreshToken;
	throw new Failure(
		`The credential "${credentialName}" is not connected`,
		'Open it and connect the account; the owner of the portal then agrees to the access.',
	);
}

/**
 * The base URL of a credential, without slash at its end.
 * @throws Failure when it is no web address.
 */
export function toBaseUrl(given: unknown, credentialName: string): string {
	const baseUrl = String(given ?? '')
		.trim()
		.replace(/\/+$/, '');
	if (/^https?:\/\//.test(baseUrl) && URL.canParse(baseUrl)) return baseUrl;
	throw new Failure(
		`Base URL is not a web address: ${quote(baseUrl)}`,
		`Correct it in the credential "${credentialName}"; it normally is https://api.mijnklantportaal.nl/v1.`,
	);
}

const channels = new Map<string, Channel>();

/** More tokens than a process ever talks with at once. */
const MOST_CHANNELS = 100;

/** One channel for each token, shared by all nodes and executions of the process (design: one road). */
function channelOf(baseUrl: string, token: string): Channel {
	const key = fingerprintOf(baseUrl, token);
	const known = channels.get(key);
	if (known) return known;
	if (channels.size >= MOST_CHANNELS) forgetIdleChannels();
	const channel: Channel = {
		limiter: new RateLimiter(),
		claimed: new Set(),
		multipartBooleans: 'words',
	};
	channels.set(key, channel);
	return channel;
}

function forgetIdleChannels(): void {
	for (const [key, { limiter }] of channels) {
		if (limiter.isIdle) channels.delete(key);
	}
}
