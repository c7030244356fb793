import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import { type OAuthClient, type Portal, startPortal } from '../../../sandbox/portal';
import { runNode, type RunInput, type RunOutput } from '../engine';
import type { StoredOAuth2 } from './oAuth2Credentials';

const redirectUri = 'http://127.0.0.1:9/rest/oauth2-credential/callback';

/** A portal that an OAuth2 credential is connected to. */
export interface ConnectedPortal {
	portal: Portal;
	credential: StoredOAuth2;
	/** All that may stand in no record: secret, tokens of now. */
	secrets: () => string[];
	run: (input: Partial<RunInput> & { parameters: INodeParameters }) => Promise<RunOutput>;
	/** Renews the access token without n8n; gives what n8n would store. */
	refresh: () => Promise<Record<string, string>>;
	close: () => Promise<void>;
}

/** Starts a portal and connects a credential to it, with the requests that n8n makes for it. */
export async function connectPortal({
	scope = 'customers.read invoices.read',
	client: clientChanges = {} as Partial<OAuthClient>,
} = {}): Promise<ConnectedPortal> {
	const client = { ...newClient(), ...clientChanges };
	const portal = await startPortal({
		limit: Infinity,
		oauthClients: [client],
		tokenBodies: 'jsonOrForm',
	});
	const credential = await connectAccount(portal, client, scope);
	portal.oauth.tokenRequests.length = 0;
	const oauthTokenData = credential.data.oauthTokenData as Record<string, string>;
	return {
		portal,
		credential,
		secrets: () => [
			client.clientSecret,
			...Object.values(credential.data.oauthTokenData as object).filter(
				(value): value is string => typeof value === 'string' && value.length > 20,
			),
		],
		run: async (input) => await runNode({ credential, ...input }),
		refresh: async () => {
			const { refresh_token } = oauthTokenData;
			const fields = { grant_type: 'refresh_token', refresh_token };
			return { ...oauthTokenData, ...(await askForTokens(portal, client, fields)) };
		},
		close: async () => await portal.close(),
	};
}

/** An application of its own that a portal can be opened with. */
export function newClient(): OAuthClient {
	return {
		clientId: 'sandbox-app',
		clientSecret: `sandbox-secret-${randomUUID()}`,
		redirectUris: [redirectUri],
	};
}

/** Connects an account in a portal that knows the application: what n8n then stores. */
export async function connectAccount(
	portal: Portal,
	client: OAuthClient,
	scope: string,
): Promise<StoredOAuth2> {
	return {
		id: randomUUID(),
		data: {
			clientId: client.clientId,
			clientSecret: client.clientSecret,
			baseUrl: portal.apiUrl,
			oauthBaseUrl: `${portal.url}/`,
			oauthTokenData: await grant(portal, client, scope),
		},
	};
}

async function grant(
	portal: Portal,
	client: OAuthClient,
	scope: string,
): Promise<Record<string, string>> {
	const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });
	const params = {
		client_id: client.clientId,
		redirect_uri: redirectUri,
		response_type: 'code',
		state: 'state',
		scope,
	};
	const page = await http.get<string>(`${portal.url}/oauth/authorize`, { params });
	const consent = /name="consent" value="(\w+)"/.exec(page.data)?.[1] ?? '';
	const decision = new URLSearchParams({ consent, decision: 'approve' });
	const back = await http.post(`${portal.url}/oauth/decision`, decision);
	const code = new URL(String(back.headers.location)).searchParams.get('code');
	return await askForTokens(portal, client, {
		grant_type: 'authorization_code',
		redirect_uri: redirectUri,
		code,
	});
}

async function askForTokens(
	portal: Portal,
	{ clientId: client_id, clientSecret: client_secret }: OAuthClient,
	fields: Record<string, string | null | undefined>,
): Promise<Record<string, string>> {
	const body = { client_id, client_secret, ...fields };
	const { data } = await axios.post<Record<string, string>>(`${portal.url}/oauth/tokens`, body, {
		proxy: false,
	});
	return data;
}
