import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Authentication } from '../authentication/authentication';
import { quote } from '../values/wrongValue';
import { Failure } from './failure';

/** Which portal is called as whom, as the user set it up: enough for every message. */
export interface Account {
	authentication: Authentication;
	/** Shown to the user when the API refuses it. */
	credentialName: string;
	/** Base URL without slash at its end. */
	baseUrl: string;
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
	if (authentication === 'apiKey') return String(credential.apiKey);
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
