import axios from 'axios';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startPortal } from '../../sandbox/portal';
import { client, firstCustomerId, invoiceForm, start, stopAll } from './setup';

afterAll(stopAll);

test('starts with customers and what goes with them, without invoices and offers', async () => {
	const { portal } = await start();
	const { state } = portal;
	expect(state.customers).toHaveLength(40);
	expect(state.customers[0]).toMatchObject({
		id: firstCustomerId,
		companyName: 'Bakkerij De Gouden Korst',
	});
	expect(new Set(state.customers.map(({ primaryEmail }) => primaryEmail)).size).toBe(40);
	expect(state.customerGroups).toHaveLength(2);
	expect(state.tickets.map(({ source }) => source)).toContain('chat');
	expect(state.issuedPunchCards).toHaveLength(2);
	expect(state.files.map(({ type }) => type).sort()).toEqual(['directory', 'file']);
	expect(state.licenseInvoices).toHaveLength(2);
	expect(state.subscriptionPackages).toHaveLength(1);
	expect([state.invoices, state.offers]).toEqual([[], []]);
});

test('reset forgets everything in place, but keeps the keys', async () => {
	const { portal, api } = await start({ limit: 2 });
	const { state, requests } = portal;
	portal.misbehave({ kind: 'status', status: 500, times: 9, skip: 2 });
	await api.post('/customer-invoices', invoiceForm());
	await api.get('/customers');
	expect((await api.get('/customers')).status).toBe(429);
	portal.reset();
	expect(state.invoices).toEqual([]);
	expect(state.customers).toHaveLength(40);
	expect(requests).toEqual([]);
	expect((await api.get('/customers')).status).toBe(200);
	expect((await api.get('/customers')).status).toBe(200);
	portal.revoke('sandbox-key');
	portal.reset();
	expect((await api.get('/customers')).status).toBe(401);
});

test('closes at once, also while an answer is being held back', async () => {
	const portal = await startPortal();
	portal.misbehave({ kind: 'slow', milliseconds: 60_000 });
	const waiting = client(portal, 'sandbox-key')
		.get('/customers')
		.catch((error: unknown) => error);
	while (portal.requests[0]?.carriedOut !== true)
		await new Promise((resolve) => setTimeout(resolve, 5));
	await portal.close();
	expect(await waiting).toMatchObject({ code: 'ECONNRESET' });
	await expect(axios.get(portal.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('many requests at the same time are all carried out', async () => {
	const { portal, api } = await start();
	const calls = Array.from({ length: 200 }, (_item, index) =>
		api.post<{ id: string }>('/customer-invoices', invoiceForm({ invoiceNumber: `N-${index}` })),
	);
	const ids = (await Promise.all(calls)).map(({ data }) => data.id);
	expect(new Set(ids).size).toBe(200);
	expect(portal.state.invoices).toHaveLength(200);
	expect(portal.requests.every(({ status }) => status === 201)).toBe(true);
});

test('runs from the command line', async () => {
	const root = join(__dirname, '..', '..');
	const program = execFile(
		process.execPath,
		[join(root, 'tools', 'sandbox.mjs'), '--port', '0', '--key', 'my-key'],
		{ cwd: root },
	);
	const [output] = (await once(program.stdout ?? process.stdin, 'data')) as [string];
	const address = /API +(http:\S+)/.exec(output)?.[1];
	const answer = await axios.get(`${address}/customers`, {
		headers: { Authorization: 'Bearer my-key' },
	});
	expect(answer.status).toBe(200);
	program.kill('SIGTERM');
	const [code] = (await once(program, 'exit')) as [number];
	expect(code).toBe(0);
});
