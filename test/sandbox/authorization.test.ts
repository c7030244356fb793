import axios from 'axios';
import { client, firstCustomerId, linesBody, start, stopAll } from './setup';

afterAll(stopAll);

test('a missing, unknown or revoked token is answered with 401', async () => {
	const { portal, api } = await start();
	const unauthenticated = { message: 'Unauthenticated.' };
	const without = await axios.get(`${portal.apiUrl}/customers`, { validateStatus: () => true });
	expect([without.status, without.data]).toEqual([401, unauthenticated]);
	const unknown = await client(portal, 'wrong').get('/customers');
	expect([unknown.status, unknown.data]).toEqual([401, unauthenticated]);
	expect((await api.get('/customers')).status).toBe(200);
	portal.revoke('sandbox-key');
	expect((await api.get('/customers')).status).toBe(401);
	const other = await axios.get(`${portal.apiUrl}/customers`, {
		headers: { Authentication: 'Bearer sandbox-key' },
		validateStatus: () => true,
	});
	expect(other.status).toBe(401);
	expect(portal.requests).toHaveLength(5);
});

test('a token that is revoked from the start', async () => {
	const { portal } = await start({ keys: [{ token: 'old', scopes: [], revoked: true }] });
	expect((await client(portal, 'old').get('/punch-cards')).status).toBe(401);
});

test('each operation needs its scope', async () => {
	const { portal } = await start({ keys: [{ token: 'reader', scopes: ['customers.read'] }] });
	const reader = client(portal, 'reader');
	expect((await reader.get(`/customers/${firstCustomerId}`)).status).toBe(200);
	// Before validation: the body would be a 422.
	const refused = await reader.patch(`/customers/${firstCustomerId}`, {});
	expect([refused.status, refused.data]).toEqual([403, { message: 'Invalid scope(s) provided.' }]);
	expect((await reader.get('/customer-invoices')).status).toBe(403);
	expect((await reader.get('/punch-cards')).status).toBe(200);
	expect(portal.requests.at(-2)).toMatchObject({ status: 403, carriedOut: false });
});

test('writing customer invoices needs invoices.read, as there is no invoices.write', async () => {
	const { portal } = await start({ keys: [{ token: 'invoices', scopes: ['invoices.read'] }] });
	const answer = await client(portal, 'invoices').post(
		'/customer-invoices/manual',
		linesBody('invoice'),
	);
	expect(answer.status).toBe(201);
});

test('a refusal for its scope takes no place under the limit', async () => {
	const { portal } = await start({
		limit: 1,
		keys: [{ token: 'reader', scopes: ['customers.read'] }],
	});
	const reader = client(portal, 'reader');
	const refused = await reader.get('/tickets');
	expect([refused.status, refused.headers['x-ratelimit-remaining']]).toEqual([403, '1']);
	expect((await reader.get('/customers')).status).toBe(200);
});
