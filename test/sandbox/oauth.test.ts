import axios, { type AxiosResponse } from 'axios';
import { client, start, stopAll, type Started } from './setup';

const redirectUri = 'http://127.0.0.1:9/callback';
const application = { clientId: 'app', clientSecret: 'secret', redirectUris: [redirectUri] };
const credentials = { client_id: 'app', client_secret: 'secret' };
const asked = {
	client_id: 'app',
	redirect_uri: redirectUri,
	state: 'a b&c',
	scope: 'customers.read tickets.read',
	response_type: 'code',
};
const http = axios.create({ maxRedirects: 0, proxy: false, validateStatus: () => true });

afterAll(stopAll);

const startWith = (changes = {}): Promise<Started> =>
	start({
		oauthClients: [
			{ ...application, ...changes },
			{ ...application, clientId: 'other' },
		],
	});

function authorize({ portal }: Started, changes = {}): Promise<AxiosResponse<string>> {
	return http.get<string>(`${portal.url}/oauth/authorize`, { params: { ...asked, ...changes } });
}

/** Answers the question of the consent page, and gives the parameters that come back. */
async function decide(started: Started, decision: string): Promise<Record<string, string>> {
	const page = await authorize(started);
	expect(page.status).toBe(200);
	const consent = /name="consent" value="(\w+)"/.exec(page.data)?.[1] ?? '';
	const body = new URLSearchParams({ consent, decision });
	const answer = await http.post(`${started.portal.url}/oauth/decision`, body);
	expect(answer.status).toBe(302);
	const address = new URL(String(answer.headers['location']));
	expect(address.href.startsWith(redirectUri)).toBe(true);
	return Object.fromEntries(address.searchParams);
}

function tokens(
	{ portal }: Started,
	body: unknown,
): Promise<AxiosResponse<Record<string, string>>> {
	return http.post(`${portal.url}/oauth/tokens`, body);
}

/** What an application asks for tokens with. */
function exchangeOf(code: string | undefined): Record<string, unknown> {
	return { grant_type: 'authorization_code', ...credentials, redirect_uri: redirectUri, code };
}

async function grant(started: Started): Promise<Record<string, string>> {
	const { code } = await decide(started, 'approve');
	const body = exchangeOf(code);
	const answer = await tokens(started, body);
	expect(answer.status).toBe(200);
	return answer.data;
}

test('the whole flow: consent, code, access token, refresh', async () => {
	const started = await startWith();
	const { portal } = started;
	const page = await authorize(started);
	expect(page.data).toContain('customers.read');
	expect(page.data).toContain('tickets.read');
	const { code, state } = await decide(started, 'approve');
	expect(state).toBe('a b&c');
	const body = exchangeOf(code);
	const answer = await tokens(started, body);
	expect(answer.data).toEqual({
		access_token: expect.any(String) as unknown,
		refresh_token: expect.any(String) as unknown,
		expires_in: 3600,
	});
	const { access_token: token = '', refresh_token: refreshToken } = answer.data;
	expect((await client(portal, token).get('/customers')).status).toBe(200);
	expect((await client(portal, token).get('/customer-offers')).status).toBe(403);

	portal.oauth.expireAccessTokens();
	expect((await client(portal, token).get('/customers')).status).toBe(401);
	const refresh = { grant_type: 'refresh_token', ...credentials, refresh_token: refreshToken };
	const refreshed = await tokens(started, refresh);
	expect(Object.keys(refreshed.data).sort()).toEqual(['access_token', 'expires_in']);
	expect(
		(await client(portal, refreshed.data['access_token'] ?? '').get('/customers')).status,
	).toBe(200);
	expect(portal.oauth.refreshes).toBe(1);
	// The first refresh token stays in use.
	expect((await tokens(started, refresh)).status).toBe(200);

	portal.oauth.revokeRefreshTokens();
	const revoked = await tokens(started, refresh);
	expect([revoked.status, revoked.data['error']]).toEqual([400, 'invalid_grant']);
	expect(portal.oauth.tokenRequests.map(({ status }) => status)).toEqual([200, 200, 200, 400]);
});

test('the user refuses', async () => {
	expect(await decide(await startWith(), 'refuse')).toEqual({
		error: 'access_denied',
		error_description: 'The user refused access.',
		state: 'a b&c',
	});
});

test('a question is answered once', async () => {
	const started = await startWith();
	const answer = await http.post(
		`${started.portal.url}/oauth/decision`,
		new URLSearchParams({ consent: 'made-up', decision: 'approve' }),
	);
	expect(answer.status).toBe(400);
});

test.each([
	[{ client_id: 'nobody' }, 400],
	[{ redirect_uri: 'http://127.0.0.1:9/other' }, 400],
	[{ response_type: 'token' }, 'unsupported_response_type'],
	[{ state: undefined }, 'invalid_request'],
	[{ prompt: 'none' }, 'invalid_request'],
	[{ scope: '' }, 'invalid_scope'],
	[{ scope: 'customer.write' }, 'invalid_scope'],
])('a wrong question: %j', async (changes, expected) => {
	const answer = await authorize(await startWith(), changes);
	if (typeof expected === 'number') {
		expect(answer.status).toBe(expected);
	} else {
		expect(answer.status).toBe(302);
		const { searchParams } = new URL(String(answer.headers['location']));
		expect(searchParams.get('error')).toBe(expected);
		expect(searchParams.get('error_description')).toBeTruthy();
	}
});

test('tokens are asked for as JSON only, with every field in the body', async () => {
	const started = await startWith();
	const { code } = await decide(started, 'approve');
	const body = exchangeOf(code);
	const asForm = await tokens(started, new URLSearchParams(body as Record<string, string>));
	expect([asForm.status, asForm.data]).toEqual([
		400,
		{ error: 'invalid_request', error_description: 'The body must be sent as application/json.' },
	]);
	expect(started.portal.oauth.tokenRequests[0]).toMatchObject({
		contentType: expect.stringContaining('x-www-form-urlencoded') as unknown,
		body,
		status: 400,
	});
	const { client_secret: _secret, ...withoutSecret } = body;
	expect((await tokens(started, withoutSecret)).data).toEqual({
		error: 'invalid_request',
		error_description: 'Missing: client_secret.',
	});
	expect((await tokens(started, { ...body, client_secret: 'x' })).data['error']).toBe(
		'invalid_client',
	);
	expect((await tokens(started, { ...body, grant_type: 'password' })).data['error']).toBe(
		'unsupported_grant_type',
	);
	// None of these used the code up.
	expect((await tokens(started, body)).status).toBe(200);
	expect((await tokens(started, body)).data['error']).toBe('invalid_grant');
});

test('a code belongs to its application and address', async () => {
	const started = await startWith();
	for (const changes of [{ client_id: 'other' }, { redirect_uri: 'http://127.0.0.1:9/other' }]) {
		const { code } = await decide(started, 'approve');
		const body = exchangeOf(code);
		expect((await tokens(started, { ...body, ...changes })).data['error']).toBe('invalid_grant');
	}
});

test('codes and access tokens expire', async () => {
	const expiredCode = await startWith({ codeSeconds: 0 });
	const { code } = await decide(expiredCode, 'approve');
	const body = exchangeOf(code);
	expect((await tokens(expiredCode, body)).data['error']).toBe('invalid_grant');

	const started = await startWith({ accessTokenSeconds: 1 });
	const { access_token: token = '', expires_in: seconds } = await grant(started);
	expect(seconds).toBe(1);
	const api = client(started.portal, token);
	expect((await api.get('/customers')).status).toBe(200);
	await new Promise((resolve) => setTimeout(resolve, 1100));
	expect((await api.get('/customers')).status).toBe(401);
});

test('an access token can be revoked on its own', async () => {
	const started = await startWith();
	const { access_token: token = '' } = await grant(started);
	started.portal.revoke(token);
	expect((await client(started.portal, token).get('/customers')).status).toBe(401);
});
