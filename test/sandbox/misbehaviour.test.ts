import { invoiceForm, linesBody, start, startForAll } from './setup';

const started = startForAll();
beforeEach(() => started.portal.reset());

const create = () => started.api.post('/customer-invoices', invoiceForm());
const codeOf = (error: unknown): string => (error as { code: string }).code;

test('an answer gets lost after the request was carried out', async () => {
	const { portal } = started;
	portal.misbehave({ method: 'POST', path: /^\/customer-invoices$/, kind: 'loseAnswer' });
	expect(codeOf(await create().catch((error: unknown) => error))).toBe('ECONNRESET');
	expect(portal.state.invoices).toHaveLength(1);
	expect(portal.requests[0]).toMatchObject({
		carriedOut: true,
		operationId: 'create-customer-invoice',
	});
	expect(portal.requests[0]?.status).toBeUndefined();
	expect((await create()).status).toBe(201);
});

test('a request gets lost before it is carried out', async () => {
	const { portal } = started;
	portal.misbehave({ kind: 'dropRequest' });
	expect(codeOf(await create().catch((error: unknown) => error))).toBe('ECONNRESET');
	expect(portal.state.invoices).toHaveLength(0);
	expect(portal.requests[0]).toMatchObject({ carriedOut: false });
});

test('a status, with and without carrying out', async () => {
	const { portal } = started;
	portal.misbehave({ kind: 'status', status: 503, headers: { 'retry-after': '7' } });
	const unavailable = await create();
	expect([unavailable.status, unavailable.headers['retry-after'], unavailable.data]).toEqual([
		503,
		'7',
		{ message: 'Server Error' },
	]);
	expect(portal.state.invoices).toHaveLength(0);
	portal.misbehave({ kind: 'status', status: 500, body: { message: 'Au' }, carryOut: true });
	const failed = await create();
	expect([failed.status, failed.data]).toEqual([500, { message: 'Au' }]);
	expect(portal.state.invoices).toHaveLength(1);
	expect(portal.requests.map(({ status, carriedOut }) => [status, carriedOut])).toEqual([
		[503, false],
		[500, true],
	]);
});

test('a slow answer', async () => {
	const { portal, api } = started;
	portal.misbehave({ kind: 'slow', milliseconds: 300 });
	const begin = Date.now();
	const slow = create();
	while (portal.state.invoices.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	// Others do not wait for it.
	expect((await api.get('/customers')).status).toBe(200);
	expect((await slow).status).toBe(201);
	expect(Date.now() - begin).toBeGreaterThanOrEqual(290);
});

test('bodies that are not what they should be', async () => {
	const { portal } = started;
	for (const kind of ['brokenJson', 'html', 'empty'] as const) portal.misbehave({ kind });
	portal.misbehave({ kind: 'html', status: 502 });
	const [broken, html, empty, gateway] = [
		await create(),
		await create(),
		await create(),
		await create(),
	];
	expect([broken.status, html.status, empty.status, gateway.status]).toEqual([201, 201, 201, 502]);
	expect(broken.headers['content-type']).toContain('application/json');
	// The client leaves a body that it cannot read as it is.
	expect(broken.data).toMatch(/^\{"id":"inv_/);
	expect(html.headers['content-type']).toContain('text/html');
	expect(html.data).toContain('<html>');
	expect(empty.data).toBe('');
	expect(portal.state.invoices).toHaveLength(4);
});

test('a redirect and a strange next page', async () => {
	const { portal, api } = started;
	portal.misbehave({ kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere', status: 307 });
	const redirected = await create();
	expect([redirected.status, redirected.headers['location']]).toEqual([
		307,
		'http://127.0.0.1:9/elsewhere',
	]);
	expect(portal.state.invoices).toHaveLength(0);
	portal.misbehave({ kind: 'nextPage', url: 'http://127.0.0.1:9/page' });
	expect((await api.get('/customers')).data).toMatchObject({
		next_page_url: 'http://127.0.0.1:9/page',
	});
});

test('rules choose by method and path, skip, count, and can be forgotten', async () => {
	const { portal, api } = started;
	portal.misbehave({
		method: 'get',
		path: /customers/g,
		skip: 1,
		times: 2,
		kind: 'status',
		status: 500,
	});
	const statuses: number[] = [];
	for (let call = 0; call < 4; call += 1) {
		statuses.push((await api.get('/customers')).status);
		await api.get('/tickets');
	}
	expect(statuses).toEqual([200, 500, 500, 200]);
	expect(
		portal.requests.filter(({ path }) => path === '/tickets').map(({ status }) => status),
	).toEqual([200, 200, 200, 200]);
	portal.misbehave({ times: 99, kind: 'status', status: 500 });
	portal.behave();
	expect((await api.get('/customers')).status).toBe(200);
});

test('a lost answer of a request that was refused carried nothing out', async () => {
	const { portal, api } = started;
	portal.misbehave({ kind: 'loseAnswer' });
	await api
		.post('/customer-invoices/manual', linesBody('invoice', { lines: [] }))
		.catch(() => undefined);
	expect(portal.requests[0]).toMatchObject({ carriedOut: false });
	expect(portal.state.invoices).toHaveLength(0);
});

test('requests without a token or over the limit meet no misbehaviour', async () => {
	const { portal, api } = await start({ limit: 1 });
	portal.misbehave({ kind: 'status', status: 418, times: 5, skip: 1 });
	expect((await api.get('/customers')).status).toBe(200);
	expect((await api.get('/customers')).status).toBe(429);
});
