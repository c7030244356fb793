import { byId, usePortal } from '../portalFixture';
import { testOperations, testRefusals } from './tables';

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
