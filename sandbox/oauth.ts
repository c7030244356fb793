import { json, Router, urlencoded, type ErrorRequestHandler, type Response } from 'express';
import { join } from 'node:path';
import type { OAuthClient, Settings } from './options';
import { allScopes } from './scopes';
import { newSecret } from './values/identifiers';

/** A request for tokens, as it came in. */
export interface TokenRequest {
	at: number;
	contentType: string;
	body: unknown;
	status: number;
}

interface Permission {
	clientId: string;
	redirectUri: string;
	scopes: string[];
}

interface Consent extends Permission {
	state: string;
}

const consentPage = join(__dirname, 'page', 'consent.ejs');

/** The OAuth2 authorization code flow, as far as it is documented. */
export class OAuth {
	/** How many access tokens were refreshed. */
	refreshes = 0;
	readonly tokenRequests: TokenRequest[] = [];
	private readonly consents = new Map<string, Consent>();
	private readonly codes = new Map<string, Permission & { expiresAt: number }>();
	private readonly refreshTokens = new Map<string, Permission>();
	private readonly accessTokens = new Map<string, { scopes: string[]; expiresAt: number }>();

	constructor(private readonly settings: Settings) {}

	/** The scopes of an access token that is still good. */
	scopesOf(token: string): string[] | undefined {
		const access = this.accessTokens.get(token);
		return access && access.expiresAt > Date.now() ? access.scopes : undefined;
	}

	/** Lets every refresh token be answered with invalid_grant. */
	revokeRefreshTokens(): void {
		this.refreshTokens.clear();
	}

	/** Lets every access token be answered with 401. */
	expireAccessTokens(): void {
		this.accessTokens.clear();
	}

	/** Takes a single access token out of use. */
	revokeAccessToken(token: string): void {
		this.accessTokens.delete(token);
	}

	/** Forgets what was counted and recorded; tokens stay good. */
	forget(): void {
		this.refreshes = 0;
		this.tokenRequests.length = 0;
	}

	/** The two addresses of the documentation, and the one the consent page posts to. */
	router(): Router {
		const router = Router();
		router.get('/oauth/authorize', (request, response) =>
			this.askConsent(textsOf(request.query), response),
		);
		router.post('/oauth/decision', urlencoded({ extended: false }), (request, response) =>
			this.decide(textsOf(request.body), response),
		);
		// Forms are read in any case, so that the record shows what came in.
		router.post('/oauth/tokens', json(), urlencoded({ extended: false }), (request, response) => {
			const contentType = request.headers['content-type'] ?? '';
			const isTaken =
				Boolean(request.is('application/json')) || this.settings.tokenBodies === 'jsonOrForm';
			const fields = (request.body ?? {}) as Record<string, unknown>;
			const { status, answer } = isTaken
				? this.tokensFor(fields)
				: refused('invalid_request', 'The body must be sent as application/json.');
			this.tokenRequests.push({ at: Date.now(), contentType, body: fields, status });
			response.status(status).set('cache-control', 'no-store').json(answer);
		});
		router.use('/oauth', answerUnreadable);
		return router;
	}

	private askConsent(query: Record<string, string | undefined>, response: Response): void {
		const { client_id: clientId = '', redirect_uri: redirectUri = '', state } = query;
		const client = this.clientOf(clientId);
		// Without a registered address there is nowhere the user could safely be sent back to.
		if (!client?.redirectUris.includes(redirectUri)) {
			const problem = client ? 'redirect_uri is not registered' : 'client_id is not known';
			response.status(400).type('text').send(`This application cannot ask for access: ${problem}.`);
			return;
		}
		const sendBack = (error: string, description: string): void => {
			sendBackTo(response, redirectUri, { error, error_description: description, state });
		};
		if (query['response_type'] !== 'code') {
			return sendBack('unsupported_response_type', 'response_type has to be code.');
		}
		if (!state) return sendBack('invalid_request', 'state is missing.');
		if (!['consent', 'login', undefined].includes(query['prompt'])) {
			return sendBack('invalid_request', 'prompt has to be consent or login.');
		}
		const scopes = (query['scope'] ?? '').split(' ').filter(Boolean);
		const unknown = scopes.filter((scope) => !(allScopes as readonly string[]).includes(scope));
		if (scopes.length === 0 || unknown.length > 0) {
			const problem = unknown.length > 0 ? `unknown: ${unknown.join(' ')}` : 'none was asked for';
			return sendBack('invalid_scope', `The scopes are not valid, ${problem}.`);
		}
		const consent = newSecret(32);
		this.consents.set(consent, { clientId, redirectUri, scopes, state });
		response.render(consentPage, { clientId, scopes, consent });
	}

	private decide(fields: Record<string, string | undefined>, response: Response): void {
		const consent = this.consents.get(fields['consent'] ?? '');
		this.consents.delete(fields['consent'] ?? '');
		if (!consent) {
			response.status(400).type('text').send('This question was answered before.');
			return;
		}
		const { state, ...permission } = consent;
		if (fields['decision'] !== 'approve') {
			sendBackTo(response, permission.redirectUri, {
				error: 'access_denied',
				error_description: 'The user refused access.',
				state,
			});
			return;
		}
		const code = newSecret(40);
		const { codeSeconds = 60 } = this.clientOf(permission.clientId) ?? {};
		this.codes.set(code, { ...permission, expiresAt: Date.now() + codeSeconds * 1000 });
		sendBackTo(response, permission.redirectUri, { code, state });
	}

	private tokensFor(fields: Record<string, unknown>): TokenAnswer {
		const client = this.clientOf(fields['client_id']);
		const needed =
			fields['grant_type'] === 'refresh_token'
				? ['client_id', 'client_secret', 'refresh_token']
				: ['client_id', 'client_secret', 'redirect_uri', 'code'];
		if (fields['grant_type'] !== 'refresh_token' && fields['grant_type'] !== 'authorization_code') {
			return refused('unsupported_grant_type', 'grant_type is missing or not supported.');
		}
		const missing = needed.filter((name) => typeof fields[name] !== 'string' || !fields[name]);
		if (missing.length > 0) return refused('invalid_request', `Missing: ${missing.join(', ')}.`);
		if (!client || client.clientSecret !== fields['client_secret']) {
			return refused('invalid_client', 'client_id or client_secret is wrong.');
		}
		return fields['grant_type'] === 'refresh_token'
			? this.refresh(client, String(fields['refresh_token']))
			: this.exchange(client, String(fields['code']), String(fields['redirect_uri']));
	}

	private exchange(client: OAuthClient, code: string, redirectUri: string): TokenAnswer {
		const permission = this.codes.get(code);
		// A code works once, also when the rest of the request turns out to be wrong.
		this.codes.delete(code);
		if (
			!permission ||
			permission.expiresAt <= Date.now() ||
			permission.clientId !== client.clientId ||
			permission.redirectUri !== redirectUri
		) {
			return refused('invalid_grant', 'The code is wrong, used or expired.');
		}
		const refreshToken = newSecret(60);
		this.refreshTokens.set(refreshToken, permission);
		const tokens = this.newAccessToken(client, permission.scopes);
		return { status: 200, answer: { ...tokens, refresh_token: refreshToken } };
	}

	private refresh(client: OAuthClient, refreshToken: string): TokenAnswer {
		const permission = this.refreshTokens.get(refreshToken);
		if (permission?.clientId !== client.clientId) {
			return refused('invalid_grant', 'The refresh token is wrong or revoked.');
		}
		this.refreshes += 1;
		// As documented: the first refresh token stays in use, no new one is answered.
		return { status: 200, answer: this.newAccessToken(client, permission.scopes) };
	}

	private newAccessToken(client: OAuthClient, scopes: string[]): object {
		const token = newSecret(60);
		const { accessTokenSeconds = 3600 } = client;
		this.accessTokens.set(token, { scopes, expiresAt: Date.now() + accessTokenSeconds * 1000 });
		return { access_token: token, expires_in: accessTokenSeconds };
	}

	private clientOf(clientId: unknown): OAuthClient | undefined {
		return this.settings.oauthClients.find((client) => client.clientId === clientId);
	}
}

interface TokenAnswer {
	status: number;
	answer: object;
}

/** The answer to a body that is no JSON. */
const answerUnreadable: ErrorRequestHandler = (_error, _request, response, _next) => {
	response.status(400).json(refused('invalid_request', 'The body could not be read.').answer);
};

/** The fields that were given once, as texts. */
function textsOf(fields: unknown): Record<string, string | undefined> {
	return Object.fromEntries(
		Object.entries(fields ?? {}).filter(
			(field): field is [string, string] => typeof field[1] === 'string',
		),
	);
}

/** Error answers are not documented; these are the ones of the OAuth2 standard. */
function refused(error: string, description: string): TokenAnswer {
	return { status: 400, answer: { error, error_description: description } };
}

function sendBackTo(
	response: Response,
	redirectUri: string,
	parameters: Record<string, string | undefined>,
): void {
	const address = new URL(redirectUri);
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== undefined) address.searchParams.set(name, value);
	}
	response.redirect(302, address.href);
}
