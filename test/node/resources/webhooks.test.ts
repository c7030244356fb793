import { byId, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const CREATE = {
	resource: 'webhook',
	operation: 'create',
	url: 'http://127.0.0.1:9/webhook',
	type: 'payment-link-paid',
};

describe('Webhook', () => {
	testOperations(fixture, [
		{
			name: 'Create sends address and type',
			given: () => CREATE,
			method: 'POST',
			path: '/webhooks',
			body: { url: CREATE.url, type: CREATE.type },
			output: [{ url: CREATE.url, type: CREATE.type, secret: expect.any(String) }],
		},
	]);

	it('Get and Get Many read it', async () => {
		const id = String((await fixture.run({ parameters: CREATE })).items[0]?.json.id);
		const get = { resource: 'webhook', operation: 'get', webhookId: byId(id) };
		expect((await fixture.run({ parameters: get })).items).toMatchObject([{ json: { id } }]);
		const all = await fixture.run({ parameters: { resource: 'webhook', operation: 'getAll' } });
		expect(all.items).toMatchObject([{ json: { id } }]);
	});

	testRefusals(fixture, CREATE, [
		[
			{ url: 'example.com/webhook' },
			'URL is not a web address: "example.com/webhook"',
			'Use a whole address such as https://example.com/webhook.',
		],
	]);

	it('refuses a type that does not exist', async () => {
		const { error } = await fixture.run({
			parameters: { ...CREATE, type: '={{ "invoice-sent" }}' },
		});
		expect(error?.message).toBe('Type is not one of the possible values: "invoice-sent" [item 0]');
		expect(fixture.portal.requests).toEqual([]);
	});
});

describe('License Invoice', () => {
	testOperations(fixture, [
		{
			name: 'Get reads one',
			given: ({ licenseInvoices }) => ({
				resource: 'licenseInvoice',
				operation: 'get',
				invoiceId: byId(firstId(licenseInvoices)),
			}),
			method: 'GET',
			path: '/invoices/{}',
			output: [{ invoiceNumber: 'MKP-2025.0010', lines: [expect.anything()] }],
		},
		{
			name: 'Get Many reads all',
			given: () => ({ resource: 'licenseInvoice', operation: 'getAll' }),
			method: 'GET',
			path: '/invoices',
			output: [{ isPaid: false }, { isPaid: true }],
		},
	]);

	testRefusals(
		fixture,
		{ resource: 'licenseInvoice', operation: 'get', invoiceId: byId('fac_1') },
		[
			[
				{ invoiceId: byId('={{ "inv_1" }}') },
				'License Invoice is not the ID of a license invoice: "inv_1", where fac_… was expected',
				'Use the ID of a license invoice, such as fac_abc12345def678.',
			],
		],
	);
});
