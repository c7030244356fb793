import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Authentication } from '../authentication/authentication';
import { isInnerAddress } from '../values/innerAddress';
import { withoutTrailing } from '../values/trailing';
import { quote } from '../values/wrongValue';
import { Failure } from './failure';

/** Which portal is called as whom, as the user set it up: enough for every message. */
export interface Account {
	authentication: Authentication;
	/** Shown to the user when the API refuses it. */
	credentialName: string;
	/** Base URL without slash at its end. */
	baseUrl: string;
	/** Whether the caller's node has Request Options in its Settings: the action node does. */
	hasRequestOptions?: boolean;
}

/** What the API was given to know the user by. */
export function tokenOf({ authentication }: Pick<Account, 'authentication'>): string {
	return authentication === 'oAuth2' ? 'access token' : 'API key';
}

/**
 * The base URL of a credential, without slash at its end.
 * @param displayName The field of the credential that holds it.
 * @throws Failure when it is no address to which a token may be sent.
 */
export function toBaseUrl(
	given: unknown,
	account: Pick<Account, 'authentication' | 'credentialName'>,
	displayName = 'Base URL',
): string {
	const baseUrl = withoutTrailing(
		String(given ?? '')
			.trim()
			.slice(0, LONGEST_ADDRESS),
		'/',
	);
	const problem = findProblem(baseUrl, account);
	if (problem === undefined) return baseUrl;
	const [finding, remedy] = problem;
	throw new Failure(`${displayName} ${finding}`, remedy);
}

/** More than any address has. */
const LONGEST_ADDRESS = 2000;

function findProblem(
	baseUrl: string,
	{ authentication, credentialName }: Pick<Account, 'authentication' | 'credentialName'>,
): [finding: string, remedy: string] | undefined {
	const token = tokenOf({ authentication });
	const place = `in the credential "${credentialName}"`;
	// Before everything else, and without quoting it: a password would stand in the message.
	if (baseUrl.includes('@')) {
		return [
			'holds a user name or a password',
			`Leave out what stands before the @ ${place}: the ${token} alone tells the API who calls.`,
		];
	}
	if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
		return [
			`is not a web address: ${quote(baseUrl)}`,
			`Correct it ${place}; it normally is https://api.mijnklantportaal.nl/v1.`,
		];
	}
	const { search, hash, protocol, host } = new URL(baseUrl);
	if (search !== '' || hash !== '' || /[?#]$/.test(baseUrl)) {
		return [
			`goes on behind its path: ${quote(search + hash || baseUrl.slice(-1))}`,
			`Leave that out ${place}: the path of each request is put behind the address.`,
		];
	}
	if (protocol === 'http:' && !isInnerAddress(baseUrl)) {
		return [
			`begins with http://, which would send the ${token} to ${host} for everybody on the way to read`,
			`Let it begin with https:// ${place}; http:// is for this machine and addresses inside of your own network.`,
		];
	}
	return undefined;
}

/** The API key of a credential, without what was copied along with it. */
export function toApiKey(given: unknown): string {
	return String(given ?? '')
		.trim()
		.replace(/^Bearer\s+/i, '');
}

/** The access token in the data of an OAuth2 credential, and the one to renew it with. */
export function tokensOf({ oauthTokenData }: ICredentialDataDecryptedObject): {
	accessToken?: string;
	refreshToken?: string;
} {
	const { access_token, refresh_token } = (oauthTokenData ?? {}) as Record<string, unknown>;
	return {
		accessToken: typeof access_token === 'string' ? access_token : undefined,
		refreshToken: typeof refresh_token === 'string' ? refresh_token : undefined,
	};
}

/**
 * What stays the same as long as the credential does: the API key; for OAuth2 the refresh token. The
 * access token changes in the middle of a run, and what waits in line then keeps its place. The limit
 * belongs to the access token (docs/api-facts.md, Rate limiting): the first answer to a new one tells
 * its limit.
 * @throws Failure when no account is connected yet.
 */
export function identityOf(
	{ authentication, credentialName }: Account,
	credential: ICredentialDataDecryptedObject,
): string {
	if (authentication === 'apiKey') return toApiKey(credential.apiKey);
	const { accessToken, refreshToken = accessToken } = tokensOf(credential);
	if (accessToken !== undefined && refreshToken !== undefined) return refreshToken;
	throw new Failure(
		`The credential "${credentialName}" is not connected`,
		'Open it and connect the account; the owner of the portal then agrees to the account.',
	);
}

/** A token is known by its hash only, so that it stands in no memory of ours. */
export function fingerprintOf(...secrets: string[]): string {
	return createHash('sha256').update(secrets.join('\n')).digest('hex');
}

/** Nothing shorter is a token, and to mask it would only spoil words. */
const SHORTEST_SECRET = 5;

/** All that an answer must not show of a credential. */
export function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	const { accessToken, refreshToken } = tokensOf(credential);
	const secrets = [credential.apiKey, credential.clientSecret, accessToken, refreshToken]
		.filter((secret) => typeof secret === 'string')
		.map((secret) => secret.trim())
		// A token of Laravel's has its number in front: `12|abcdef`.
		.flatMap((secret) => [secret, secret.slice(secret.indexOf('|') + 1)])
		.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
		.filter((secret) => secret.length >= SHORTEST_SECRET);
	// The longest first, so that none is masked in part.
	return [...new Set(secrets)].sort((left, right) => right.length - left.length);
}
