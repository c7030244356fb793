import type { OAuthClient, Portal } from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';
import type { RunInput } from '../engine';
import { connectAccount } from '../oauth/connectedPortal';
import type { TokenAddress } from '../oauth/tokenAddress';
import { API_KEY } from '../portalFixture';
import type { TokenTrouble } from './fault';

/** With what a cell signs its requests, so that none of them learns from the one before. */
export interface Access {
	credential: RunInput['credential'];
	/** What may stand in no record. */
	secrets: string[];
}

/** The API key of the cell with that number. */
export function apiKeyOf(number: number): string {
	return `${API_KEY}-${number}`;
}

/** An API key of its own. */
export function accessByKey({ apiUrl }: Portal, number: number): Access {
	const apiKey = apiKeyOf(number);
	return { credential: { apiKey, baseUrl: apiUrl }, secrets: [apiKey] };
}

/** An account of its own, whose token address misbehaves. */
export async function accessByToken(
	portal: Portal,
	client: OAuthClient,
	tokenAddress: TokenAddress,
	{ does, times, expires }: TokenTrouble,
): Promise<Access> {
	const credential = await connectAccount(portal, client, allScopes.join(' '));
	credential.data.oauthBaseUrl = tokenAddress.url;
	tokenAddress.faults = Array.from({ length: Math.min(times, MOST_TIMES) }, () => does);
	if (expires === 'before') portal.oauth.expireAccessTokens();
	const { access_token: accessToken = '', refresh_token: refreshToken = '' } = credential.data
		.oauthTokenData as Record<string, string>;
	return { credential, secrets: [accessToken, refreshToken, client.clientSecret] };
}

/** More than anybody asks. */
const MOST_TIMES = 99;
