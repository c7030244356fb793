import type { IDataObject } from 'n8n-workflow';
import { startPortal, type Portal } from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';
import { events } from '../../../nodes/shared/objects/events';
import { type Stock, stockUp } from '../contract/stock';
import { TriggerWorkflow } from './triggerFixture';

let portal: Portal;
/** An object of each kind that the portal holds, by its prefix. */
let stock: Stock;

beforeAll(async () => {
	portal = await startPortal({
		limit: Infinity,
		keys: [
			{ token: 'sandbox-key', scopes: [...allScopes] },
			{ token: 'tickets-key', scopes: ['tickets.read'] },
		],
	});
});
beforeEach(async () => {
	stock = await stockUp(portal);
});
afterAll(async () => await portal.close());

async function run(
	json: IDataObject,
	{ fetchObject = true as boolean | string, apiKey = 'sandbox-key' } = {},
) {
	const workflow = new TriggerWorkflow({
		parameters: { events: ['offer-accepted'], fetchObject },
		credential: { apiKey, baseUrl: portal.apiUrl },
		n8nUrl: 'http://127.0.0.1:5678',
	});
	return await workflow.execute([{ json }]);
}

function itemOf(event: string, payload: unknown): IDataObject {
	return { event, receivedAt: '2026-11-21T10:00:00.000Z', payload } as IDataObject;
}

test.each([false, '={{ "false" }}', '={{ $json.event === "invoice-paid" }}'])(
	'without the option the item goes on as it came, and nothing is sent (%p)',
	async (fetchObject) => {
		const json = itemOf('offer-accepted', { id: stock.off_ });
		const { items } = await run(json, { fetchObject });
		expect(items.map((item) => item.json)).toEqual([json]);
		expect(portal.requests).toEqual([]);
	},
);

test('an option that is neither on nor off ends the execution, which can be retried, and says why', async () => {
	const { error } = await run(itemOf('offer-accepted', {}), { fetchObject: '={{ "maybe" }}' });
	expect(error).toMatchObject({
		message: 'Fetch All Details is neither true nor false: "maybe"',
		description: 'Use true or false. Nothing was sent.',
	});
});

test.each([...new Set(events.map(({ object }) => object))])(
	'with the option the $noun of the event is added',
	async (object) => {
		const id = stock[object.prefixes[0] ?? ''];
		expect(id).toBeDefined();
		const event = events.find((candidate) => candidate.object === object)?.type ?? '';
		const json = itemOf(event, { id });
		const { items, error } = await run(json);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ json: { ...json, object: expect.objectContaining({ id }) }, pairedItem: { item: 0 } },
		]);
	},
);

test('the identifier is found inside of the payload, and not mistaken for one of another kind', async () => {
	const { off_: offer, cst_: customer } = stock;
	const payload = {
		customerId: customer,
		data: { customer: { id: customer }, offer: { id: offer } },
	};
	const { items } = await run(itemOf('offer-accepted', payload));
	expect(items[0]?.json.object).toMatchObject({ id: offer });
	expect(portal.requests).toHaveLength(1);
});

test.each([
	['names none', { customerId: 'cst_sandbox000000001' }],
	['is nothing', null],
	['names one that exists no more', { id: 'off_gone00000000001' }],
	['tries to lead elsewhere', { id: 'off_/../../webhooks' }],
])('the object is null when the payload %s', async (_name, payload) => {
	const { items, error } = await run(itemOf('offer-deleted', payload));
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ payload, object: null });
	for (const { path } of portal.requests) expect(path).toMatch(/^\/customer-offers\/[\w-]+$/);
});

test('a key without the scope ends the execution with a message that names it', async () => {
	const json = itemOf('offer-accepted', { id: stock.off_ });
	const { error } = await run(json, { apiKey: 'tickets-key' });
	expect(error?.description).toContain('offers.read');
	expect(JSON.stringify(error)).not.toContain('tickets-key');
});
