import '../fastClock';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPortal, type Portal, type PortalOptions } from '../../../sandbox/portal';
import { events } from '../../../nodes/shared/objects/events';
import { connectPortal } from '../oauth/connectedPortal';
import { TriggerWorkflow, type TriggerSettings } from './triggerFixture';

const ALL = ['webhooks.read', 'webhooks.write'];
const n8nUrl = 'http://127.0.0.1:5678';
const base = `${n8nUrl}/webhook/webhook-of-workflow/webhook`;

let portal: Portal;

async function usePortal(options: PortalOptions = {}): Promise<void> {
	await portal?.close();
	portal = await startPortal({
		limit: Infinity,
		webhookDeletion: 'supported',
		keys: [
			{ token: 'sandbox-key', scopes: ALL },
			{ token: 'reading-key', scopes: ['webhooks.read'] },
			{ token: 'other-key', scopes: ['tickets.read'] },
		],
		...options,
	});
}

beforeEach(async () => await usePortal());
afterAll(async () => await portal.close());

function workflowFor(events: string[], settings: Partial<TriggerSettings> = {}): TriggerWorkflow {
	return new TriggerWorkflow({
		parameters: { events },
		credential: { apiKey: 'sandbox-key', baseUrl: portal.apiUrl },
		n8nUrl,
		...settings,
	});
}

/** The same workflow with other events: what n8n makes of it after it was changed. */
function changed(workflow: TriggerWorkflow, settings: Partial<TriggerSettings>): TriggerWorkflow {
	const other = new TriggerWorkflow({ ...workflow.settings, ...settings });
	other.staticData = workflow.staticData;
	return other;
}

const records = () => portal.state.webhooks.map(({ type, url }) => `${type} ${url}`).sort();
const recordsFor = (...types: string[]) =>
	types.map((type) => `${type} ${base}?event=${type}`).sort();
const idOf = (type: string) => portal.state.webhooks.find((record) => record.type === type)?.id;
const writes = () =>
	portal.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, status }) => `${method} ${path} ${status}`);

async function refusal(action: Promise<unknown>): Promise<Error> {
	return await action.then(
		() => {
			throw new Error('It was not refused');
		},
		(error: unknown) => error as Error,
	);
}

describe('activating', () => {
	test('registers one record for each event, whose address tells the event', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		expect(records()).toEqual(recordsFor('invoice-paid', 'offer-accepted'));
		for (const { id, secret } of portal.state.webhooks) {
			expect(workflow.staticData).toContain(id);
			expect(workflow.staticData).toContain(secret);
		}
	});

	test('registers every event, and finds them again on further pages of the list', async () => {
		const types = events.map(({ type }) => type);
		expect(types.length).toBeGreaterThan(15);
		const workflow = workflowFor(types);
		await workflow.activate();
		expect(records()).toEqual(recordsFor(...types));
		const before = portal.requests.length;
		workflow.staticData = '{}';
		await workflow.activate();
		expect(records()).toHaveLength(types.length);
		expect(portal.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
	});

	test('again, as at a restart of n8n, changes nothing', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		const before = records();
		const ids = portal.state.webhooks.map(({ id }) => id);
		await workflow.activate();
		expect(records()).toEqual(before);
		expect(portal.state.webhooks.map(({ id }) => id)).toEqual(ids);
		expect(writes()).toHaveLength(2);
	});

	test('takes up its records and their secrets again when the stored data are lost', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		const stored = workflow.staticData;
		workflow.staticData = '{}';
		expect(await workflow.checkExists()).toBe(true);
		expect(JSON.parse(workflow.staticData)).toEqual(JSON.parse(stored));
		expect(writes()).toHaveLength(2);
	});

	test('takes up a secret that is lost or no longer right', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const secret = String(portal.state.webhooks[0]?.secret);
		for (const broken of ['', 'another']) {
			workflow.staticData = workflow.staticData.replace(secret, broken);
			expect(workflow.staticData).not.toContain(secret);
			await workflow.activate();
			expect(workflow.staticData).toContain(secret);
		}
		expect(portal.state.webhooks).toHaveLength(1);
	});

	test('registers a record again that is gone from the portal, and only that one', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		const kept = idOf('invoice-paid');
		portal.state.webhooks.splice(
			0,
			portal.state.webhooks.length,
			...portal.state.webhooks.filter(({ id }) => id === kept),
		);
		await workflow.activate();
		expect(records()).toEqual(recordsFor('invoice-paid', 'offer-accepted'));
		expect(idOf('invoice-paid')).toBe(kept);
	});

	test('with other events adds and removes only the difference', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		const kept = idOf('invoice-paid');
		const events = ['invoice-paid', 'ticket-created'];
		await changed(workflow, { parameters: { events } }).activate();
		expect(records()).toEqual(recordsFor('invoice-paid', 'ticket-created'));
		expect(idOf('invoice-paid')).toBe(kept);
		expect(
			writes()
				.slice(2)
				.map((line) => line.split(' ')[0]),
		).toEqual(['DELETE', 'POST']);
	});

	test('leaves the records of others alone', async () => {
		const other = {
			id: 'wbh_other00000001',
			type: 'offer-accepted',
			url: 'https://example.com/?event=offer-accepted',
			secret: 'sandbox-secret',
			createdAt: '2026-11-21T10:00:00+01:00',
		};
		const elsewhere = { ...other, id: 'wbh_other00000002', url: `${base}?event=invoice-paid` };
		portal.state.webhooks.push(other, elsewhere);
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		await workflow.deactivate();
		expect(portal.state.webhooks).toEqual([other, elsewhere]);
	});

	test('keeps the test address and the production address apart', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const test = changed(workflow, {});
		test.staticData = '{}';
		await test.activate(true);
		const testing =
			'offer-accepted http://127.0.0.1:5678/webhook-test/webhook-of-workflow/webhook?event=offer-accepted';
		expect(records()).toEqual([testing, ...recordsFor('offer-accepted')].sort());
		await test.deactivate(true);
		expect(records()).toEqual(recordsFor('offer-accepted'));
	});

	test('at another address of n8n registers anew, and leaves the record of the old address', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const moved = changed(workflow, { n8nUrl: 'http://127.0.0.1:9999' });
		await moved.activate();
		expect(portal.state.webhooks).toHaveLength(2);
		await moved.deactivate();
		expect(records()).toEqual(recordsFor('offer-accepted'));
	});

	test('of two workflows with the same event gives each its own record', async () => {
		const one = workflowFor(['offer-accepted'], { workflowId: 'one' });
		const two = workflowFor(['offer-accepted'], { workflowId: 'two' });
		await one.activate();
		await two.activate();
		expect(new Set(records()).size).toBe(2);
		await one.deactivate();
		expect(records()).toEqual([expect.stringContaining('webhook-of-two')]);
	});

	test('removes a second record for the same event', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const [record] = portal.state.webhooks;
		if (record) portal.state.webhooks.push({ ...record, id: 'wbh_twice00000001', secret: 'other' });
		await workflow.activate();
		expect(portal.state.webhooks).toEqual([record]);
	});
});

test('with OAuth2 registers as well, also when the access token has to be renewed', async () => {
	const connected = await connectPortal({ scope: 'webhooks.read webhooks.write' });
	try {
		connected.portal.oauth.expireAccessTokens();
		const { credential } = connected;
		await workflowFor(['offer-accepted'], { credential }).activate();
		expect(connected.portal.state.webhooks).toHaveLength(1);
		expect(connected.portal.oauth.refreshes).toBe(1);
	} finally {
		await connected.close();
	}
});

describe('when registering fails', () => {
	test('half way, what was registered is removed again, and nothing is stored', async () => {
		const workflow = workflowFor(['appointment-created', 'customer-created', 'offer-accepted']);
		portal.misbehave({
			method: 'POST',
			skip: 2,
			kind: 'status',
			status: 422,
			body: { message: 'The url is not allowed.' },
		});
		const error = await refusal(workflow.activate());
		expect(error.message).toContain('The url is not allowed.');
		expect(records()).toEqual([]);
		expect(workflow.staticData).toBe('{}');
	});

	test('because the key lacks a scope, the message names the scope', async () => {
		const credential = { apiKey: 'reading-key', baseUrl: portal.apiUrl };
		const error = await refusal(workflowFor(['offer-accepted'], { credential }).activate());
		expect(error.message).toContain('webhooks.write');
		const blind = { apiKey: 'other-key', baseUrl: portal.apiUrl };
		const other = await refusal(workflowFor(['offer-accepted'], { credential: blind }).activate());
		expect(other.message).toContain('webhooks.read');
	});

	test('because no event is chosen, or one that does not exist, nothing is sent', async () => {
		const none = await refusal(workflowFor([]).activate());
		expect(none.message).toContain('No event is chosen');
		const unknown = await refusal(workflowFor(['offer-eaten']).activate());
		expect(unknown.message).toContain('offer-eaten');
		expect(portal.requests).toEqual([]);
	});

	test.each([
		'http://localhost:5678',
		'http://127.0.0.1:5678',
		'http://[::1]:5678',
		'http://n8n.local',
		'http://n8n:5678',
		'http://192.168.1.20:5678',
		'http://10.0.0.4',
		'http://172.20.0.2:5678',
	])(
		'because the portal cannot call %s, nothing is sent and it says what to set',
		async (address) => {
			// From a range for documentation (RFC 5737): not of this network, and nobody is there.
			const credential = { apiKey: 'sandbox-key', baseUrl: 'https://192.0.2.1/v1' };
			const workflow = workflowFor(['offer-accepted'], { n8nUrl: address, credential });
			const error = await refusal(workflow.activate());
			expect(error.message).toContain(address);
			expect(error.message).toContain('WEBHOOK_URL');
		},
	);

	test('an answer that was lost after the record was made does not make a second one', async () => {
		portal.misbehave({ method: 'POST', kind: 'loseAnswer' });
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		expect(records()).toEqual(recordsFor('offer-accepted'));
		expect(workflow.staticData).toContain(String(portal.state.webhooks[0]?.secret));
	}, 15_000);
});

describe('when the API cannot be asked', () => {
	test('at a restart of n8n, a workflow that is registered goes on', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const stored = workflow.staticData;
		portal.misbehave({ method: 'GET', times: 4, kind: 'status', status: 503 });
		await workflow.activate();
		expect(workflow.staticData).toBe(stored);
		expect(records()).toHaveLength(1);
	}, 30_000);

	test('one that is not yet registered is not activated', async () => {
		portal.misbehave({ method: 'GET', times: 4, kind: 'status', status: 503 });
		const error = await refusal(workflowFor(['offer-accepted']).activate());
		expect(error.name).toBe('NodeApiError');
		expect(records()).toEqual([]);
	}, 30_000);
});

describe('when the API cannot be asked, a registered workflow goes on', () => {
	test('without a connection', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const credential = { apiKey: 'sandbox-key', baseUrl: 'http://127.0.0.1:9/v1' };
		const cutOff = changed(workflow, { credential });
		await cutOff.activate();
		expect(cutOff.log.join()).toContain('could not be checked');
		expect(cutOff.staticData).toBe(workflow.staticData);
	});

	test('because the rate limit is used up', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		const headers = { 'retry-after': '900' };
		portal.misbehave({ method: 'GET', times: 9, kind: 'status', status: 429, headers });
		const again = changed(workflow, {});
		await again.activate();
		expect(again.log.join()).toContain('could not be checked');
		expect(records()).toHaveLength(1);
	});
});

test.each([
	['secret', { id: 'wbh_1', type: 'offer-accepted' }],
	['identifier', { secret: 'x', type: 'offer-accepted', id: 7 }],
])('a record without its %s is not trusted', async (lacking, body) => {
	portal.misbehave({ method: 'POST', kind: 'status', status: 201, body });
	const error = await refusal(workflowFor(['offer-accepted']).activate());
	expect(error.message).toContain(`without telling its ${lacking}`);
});

test('where the list tells no secret, the stored one is used', async () => {
	const workflow = workflowFor(['offer-accepted']);
	await workflow.activate();
	const data = portal.state.webhooks.map(({ id, type, url }) => ({ id, type, url }));
	const body = { data, next_page_url: null };
	portal.misbehave({ method: 'GET', kind: 'status', status: 200, body });
	const { staticData } = workflow;
	const before = writes().length;
	await workflow.activate();
	expect(writes()).toHaveLength(before);
	expect(workflow.staticData).toBe(staticData);
});

describe('with the credential of another portal', () => {
	const moved = async (types: string[]) => {
		const workflow = workflowFor(types);
		await workflow.activate();
		const ids = portal.state.webhooks.map(({ id }) => id);
		const other = await startPortal({
			limit: Infinity,
			webhookDeletion: 'supported',
			keys: [{ token: 'key-of-other', scopes: ALL }],
		});
		const credential = { apiKey: 'key-of-other', baseUrl: other.apiUrl };
		return { ids, other, workflow: changed(workflow, { credential }) };
	};

	test('deactivating names the webhooks that stay in the former one', async () => {
		const { ids, other, workflow } = await moved(['offer-accepted', 'invoice-paid']);
		await workflow.deactivate();
		for (const id of ids) expect(workflow.log.join()).toContain(id);
		expect(workflow.log.join()).toContain('Remove them in the portal that they were made in');
		await other.close();
	});

	test('activating names them, too, and registers in the new one', async () => {
		const { ids, other, workflow } = await moved(['offer-accepted']);
		await workflow.activate();
		expect(workflow.log.join()).toContain(ids[0]);
		expect(other.state.webhooks).toHaveLength(1);
		await other.close();
	});

	test('a webhook that was removed by hand in the same portal is no reason to warn', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		portal.state.webhooks.length = 0;
		await workflow.activate();
		await workflow.deactivate();
		expect(workflow.log).toEqual([]);
	});
});

describe('deactivating while the API is down', () => {
	const down = ['appointment-created', 'customer-created', 'offer-accepted'];

	test.each([
		['502', { kind: 'status', status: 502 }],
		['lost connections', { kind: 'dropRequest' }],
		['a key that is no longer good', { kind: 'status', status: 401 }],
	] as const)('ends at the first failure: %s', async (_name, misbehaviour) => {
		const workflow = workflowFor(down);
		await workflow.activate();
		const before = portal.requests.length;
		portal.misbehave({ times: 99, ...misbehaviour });
		expect(await workflow.deactivate()).toBe(false);
		expect(portal.requests.length - before).toBe(1);
		expect(workflow.log.join()).toContain('3 webhooks of the node');
		// Activating again uses them again.
		portal.behave();
		await workflow.activate();
		expect(records()).toHaveLength(3);
	});

	test('goes on with the others where only one is refused', async () => {
		const workflow = workflowFor(down);
		await workflow.activate();
		portal.misbehave({ method: 'DELETE', kind: 'status', status: 409 });
		expect(await workflow.deactivate()).toBe(false);
		expect(records()).toHaveLength(1);
	});

	test('waits for a silent API for a moment only', async () => {
		const server = createServer(() => undefined).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const workflow = workflowFor(down);
		await workflow.activate();
		const credential = { apiKey: 'sandbox-key', baseUrl: `http://127.0.0.1:${port}/v1` };
		const silent = changed(workflow, { credential });
		expect(await silent.deactivate()).toBe(false);
		expect(silent.log.join()).toContain('stay in MijnKlantportaal');
		server.closeAllConnections();
		server.close();
	});
});

describe('deactivating', () => {
	test('removes the records, by their identifiers and without reading the list', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		const before = portal.requests.length;
		expect(await workflow.deactivate()).toBe(true);
		expect(records()).toEqual([]);
		expect(portal.requests.slice(before).map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
		expect(JSON.parse(workflow.staticData)).toMatchObject({
			'node:When Something Happens': { webhooks: [] },
		});
	});

	test('finds the records when the stored data are lost', async () => {
		const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
		await workflow.activate();
		workflow.staticData = '{}';
		expect(await workflow.deactivate()).toBe(true);
		expect(records()).toEqual([]);
	});

	test('takes a record that is gone already as removed', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		portal.state.webhooks.length = 0;
		expect(await workflow.deactivate()).toBe(true);
	});

	test.each(['methodNotAllowed', 'notFound'] as const)(
		'goes well when the API offers no removing (%s), and activating again uses the records again',
		async (webhookDeletion) => {
			await usePortal({ webhookDeletion });
			const workflow = workflowFor(['offer-accepted', 'invoice-paid']);
			await workflow.activate();
			const ids = portal.state.webhooks.map(({ id }) => id);
			expect(await workflow.deactivate()).toBe(false);
			expect(writes().filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
			await workflow.activate();
			expect(portal.state.webhooks.map(({ id }) => id)).toEqual(ids);
		},
	);

	test('does not throw when the key is no longer good', async () => {
		const workflow = workflowFor(['offer-accepted']);
		await workflow.activate();
		portal.revoke('sandbox-key');
		expect(await workflow.deactivate()).toBe(false);
	});
});
