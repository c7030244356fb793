import axios from 'axios';
import { firstCustomerId, form, invoiceForm, line, linesBody, startForAll } from './setup';

const started = startForAll();
afterEach(() => {
	expect(started.portal.contractViolations).toEqual([]);
});

const customer = {
	companyName: 'Bedrijf',
	address: 'Straat 1',
	zipCode: '1234AB',
	city: 'Ede',
	primaryEmail: 'a@b.nl',
};

async function refusal(path: string, body: unknown, method = 'post'): Promise<string> {
	const before = JSON.stringify(started.portal.state);
	const answer = await started.api.request({ method, url: path, data: body });
	const { message, ...rest } = answer.data as { message: string };
	expect({ status: answer.status, rest }).toEqual({ status: 422, rest: {} });
	expect(JSON.stringify(started.portal.state)).toBe(before);
	expect(started.portal.requests.at(-1)).toMatchObject({ status: 422, carriedOut: false });
	return message;
}

describe('fields of a JSON body', () => {
	it.each([
		['missing', { ...customer, city: undefined }, 'The city field is required.'],
		['empty', { ...customer, city: '' }, 'The city field is required.'],
		['of another type', { ...customer, city: 12 }, 'The city field must be a string.'],
		['null', { ...customer, city: null }, 'The city field must be a string.'],
		['unknown', { ...customer, vatNumber: 'x' }, 'The vatNumber field is not known.'],
		[
			'an address without @',
			{ ...customer, primaryEmail: 'x' },
			'The primaryEmail field must be a valid email address.',
		],
		[
			'a country in words',
			{ ...customer, countryCode: 'Nederland' },
			'The countryCode field must be a two-letter ISO 3166 country code.',
		],
	])('%s', async (_what, body, message) => {
		expect(await refusal('/customers', body)).toBe(message);
	});

	it('names the first and counts the others', async () => {
		expect(await refusal('/customers', {})).toBe(
			'The companyName field is required. (and 4 more errors)',
		);
	});

	it('names fields inside lists', async () => {
		const lines = [line, { ...line, vatRate: 20 }];
		expect(await refusal('/customer-invoices/manual', linesBody('invoice', { lines }))).toBe(
			'The selected lines.1.vatRate is invalid.',
		);
		expect(await refusal('/customer-invoices/manual', linesBody('invoice', { lines: [] }))).toBe(
			'The lines field is required.',
		);
	});

	it('does not turn numbers into texts, nor texts into booleans', async () => {
		expect(
			await refusal('/customer-invoices/manual', linesBody('invoice', { invoiceNumber: 12 })),
		).toBe('The invoiceNumber field must be a string.');
		expect(
			await refusal(
				'/customer-invoices/manual',
				linesBody('invoice', { sendNotification: 'true' }),
			),
		).toBe('The sendNotification field must be true or false.');
	});
});

describe('formats', () => {
	it.each([
		'2024-04-31',
		'2025-02-29',
		'31-12-2026',
		'2026-1-1',
		'2026-01-01T00:00:00Z',
		'',
		'tomorrow',
	])('refuses the day %j', async (issuedAt) => {
		const message = await refusal('/customer-invoices/manual', linesBody('invoice', { issuedAt }));
		expect(message).toMatch(/^The issuedAt field (must match the format Y-m-d|is required)\./);
	});

	it.each(['12,95', '€ 12.95', '1.234,56', '12.', '.95', '1e3', 'NaN', ' 12'])(
		'refuses the amount %j',
		async (amount) => {
			expect(await refusal('/payment-links', { description: 'd', amount })).toBe(
				'The amount field must be a decimal amount such as 12.95.',
			);
		},
	);

	it.each([
		'2026-01-01',
		'2026-01-01 24:00:00',
		'2026-01-01T10:00:00',
		'2026-02-30 10:00:00',
		'2026-01-01 10:00',
	])('refuses the moment %j', async (acceptedAt) => {
		started.portal.reset();
		const created = await started.api.post('/customer-offers/manual', linesBody('offer'));
		const { id } = created.data as { id: string };
		expect(await refusal(`/customer-offers/${id}`, { acceptedAt }, 'patch')).toBe(
			'The acceptedAt field must match the format Y-m-d H:i:s.',
		);
	});

	it('marks an invoice paid at a moment or on a day', async () => {
		const created = await started.api.post('/customer-invoices/manual', linesBody('invoice'));
		const address = `/customer-invoices/${(created.data as { id: string }).id}`;
		const byDay = await started.api.patch(address, { paidAt: '2026-01-31' });
		expect(byDay.data).toMatchObject({ paidAt: '2026-01-31T00:00:00+01:00' });
		const byMoment = await started.api.patch(address, { paidAt: '2026-07-31 12:00:00' });
		expect(byMoment.data).toMatchObject({ paidAt: '2026-07-31T12:00:00+02:00' });
		expect(await refusal(address, { paidAt: '2026-07-31 12:00' }, 'patch')).toContain('paidAt');
	});

	it('asks web addresses for webhooks, of the known types', async () => {
		expect(await refusal('/webhooks', { url: 'ftp://x', type: 'invoice-paid' })).toBe(
			'The url field must be a valid URL.',
		);
		expect(await refusal('/webhooks', { url: 'http://x', type: 'invoice-lost' })).toBe(
			'The selected type is invalid.',
		);
	});
});

describe('the request as a whole', () => {
	it('refuses unknown query parameters, and wrong page numbers', async () => {
		const message = async (path: string): Promise<unknown> => {
			const answer = await started.api.get(path);
			expect(answer.status).toBe(422);
			return (answer.data as { message: string }).message;
		};
		expect(await message('/customers?search=x')).toBe(
			'The search query parameter is not known or empty.',
		);
		expect(await message('/appointments?page=1')).toContain('page');
		expect(await message('/customers?page=0')).toBe('The page field must be at least 1.');
		expect(await message('/customers?page=two')).toBe('The page field must be an integer.');
		expect(await message('/appointments?start_at=tomorrow')).toContain('start_at');
	});

	it('refuses bodies of the wrong kind', async () => {
		const { portal, api } = started;
		expect(await refusal('/customer-invoices', { a: 1 })).toBe(
			'The request body must be sent as multipart/form-data.',
		);
		expect(await refusal('/customers', form({ companyName: 'x' }))).toBe(
			'The request body must be sent as application/json.',
		);
		expect(await refusal('/customers', new URLSearchParams({ companyName: 'x' }))).toContain(
			'application/json',
		);
		expect(await refusal('/customers', [])).toBe('The request body must be an object.');
		const broken = await api.post('/customers', '{"companyName":', {
			headers: { 'Content-Type': 'application/json' },
		});
		expect(broken.status).toBe(422);
		expect(portal.requests.at(-1)).toMatchObject({ status: 422, carriedOut: false });
		const id = portal.state.tickets[0]?.id;
		expect(await refusal(`/tickets/${id}`, { status: 'closed' }, 'patch')).toBe(
			'The status field is not known.',
		);
	});

	it('refuses the undocumented JSON body of a directory', async () => {
		expect(await refusal('/files', { name: 'Map' })).toBe(
			'The fields that create a directory are not documented.',
		);
	});

	it('answers unknown addresses and methods', async () => {
		const { api } = started;
		expect((await api.get('/nowhere')).status).toBe(404);
		expect((await api.get('/customers/')).status).toBe(404);
		expect((await api.get('/Customers')).status).toBe(404);
		const wrongMethod = await api.delete(`/customers/${firstCustomerId}`);
		expect(wrongMethod.status).toBe(405);
		expect(wrongMethod.headers['allow']).toBe('GET, PATCH');
		expect((await api.get('/customers/%E0%A4%A')).status).toBe(404);
	});

	it('tells the two sign-ups apart by the slash at the end', async () => {
		const { id } = started.portal.state.subscriptionPackages[0] ?? {};
		const address = `/customer-subscription-packages/${id}/sign-up`;
		const { primaryEmail: email, ...fields } = customer;
		expect(await refusal(address, { ...fields, email })).toContain(
			'companyName field is not known',
		);
		expect(await refusal(`${address}/`, { customerId: firstCustomerId })).toContain('companyName');
		const pending = await started.api.post(`${address}/`, { ...fields, email });
		expect(pending.status).toBe(201);
		expect(Object.keys(pending.data as object)).toEqual(['id', 'paymentLink', 'expiresAt']);
		expect(started.portal.requests.at(-1)?.path).toBe(`${address}/`);
	});

	it('records what came in', async () => {
		const { portal, api } = started;
		portal.reset();
		const before = Date.now();
		await api.post('/customer-invoices', invoiceForm());
		expect(portal.requests).toEqual([
			expect.objectContaining({
				method: 'POST',
				path: '/customer-invoices',
				operationId: 'create-customer-invoice',
				status: 201,
				carriedOut: true,
				body: {
					customerId: firstCustomerId,
					invoiceNumber: '2026-001',
					issuedAt: '2026-01-31',
					amount: '12.95',
				},
				files: [
					{
						field: 'pdf',
						fileName: 'factuur januari é.pdf',
						mimeType: 'application/pdf',
						size: 34,
						sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
					},
				],
			}),
		]);
		expect(portal.requests[0]?.at).toBeGreaterThanOrEqual(before);
		expect(portal.state.invoices[0]?.pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('has no other server than the one on 127.0.0.1', async () => {
		const answer = await axios.get(`${started.portal.url}/nowhere`, { validateStatus: () => true });
		expect(answer.status).toBe(404);
		expect(started.portal.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	});
});
