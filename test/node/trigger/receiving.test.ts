import { createHmac, randomBytes } from 'node:crypto';
import { Agent } from 'node:http';
import axios, { type AxiosResponse } from 'axios';
import fc from 'fast-check';
import { startPortal, type Portal } from '../../../sandbox/portal';
import { events } from '../../../nodes/shared/objects/events';
import { DeliveryMemory } from '../../../nodes/MijnKlantportaalTrigger/receiving/deliveryMemory';
import {
	startReceiver,
	TriggerWorkflow,
	type Receiver,
	type TriggerSettings,
} from './triggerFixture';

let portal: Portal;
let receiver: Receiver;
let names = 0;

beforeAll(async () => {
	portal = await startPortal({ limit: Infinity, webhookDeletion: 'supported' });
	receiver = await startReceiver();
});
beforeEach(() => {
	portal.reset();
	receiver.failToStart = false;
});
afterAll(async () => {
	await receiver.close();
	await portal.close();
});

/** An active workflow, with a name that no test had before. */
async function activeWorkflow(
	types: string | string[],
	parameters = {},
	settings: Partial<TriggerSettings> = {},
): Promise<TriggerWorkflow> {
	const workflow = new TriggerWorkflow({
		parameters: { events: types, ...parameters },
		credential: { apiKey: 'sandbox-key', baseUrl: portal.apiUrl },
		n8nUrl: receiver.url,
		workflowId: `workflow-${++names}`,
		...settings,
	});
	await workflow.activate();
	receiver.serve(workflow);
	return workflow;
}

function started({ settings }: TriggerWorkflow) {
	const items = (receiver.started.get(String(settings.workflowId)) ?? []).flat();
	return items.map(({ json }) => json);
}

function recordOf(workflow: TriggerWorkflow, type: string) {
	const { workflowId } = workflow.settings;
	const found = portal.state.webhooks.find(
		(record) => record.type === type && record.url.includes(`webhook-of-${workflowId}/`),
	);
	if (found === undefined) throw new Error(`No record for ${type}`);
	return found;
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 });
afterAll(() => agent.destroy());

async function call(
	url: string,
	body: string | Buffer,
	headers: Record<string, string | string[]> = {},
): Promise<AxiosResponse> {
	return await axios.post(url, body, {
		headers: { 'Content-Type': 'application/json', ...headers },
		httpAgent: agent,
		proxy: false,
		validateStatus: () => true,
		transformRequest: (data: unknown) => data,
		maxBodyLength: Infinity,
	});
}

const offer = (id = 'off_sandbox000000001') => JSON.stringify({ id, offerNumber: 'OFF-1' });

describe('a genuine call', () => {
	test('starts an execution with the event, the moment and the payload as it was sent', async () => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const payload = { id: 'off_sandbox000000001', amount: '12.50', nested: [1, null, 'é€'] };
		const before = new Date().toISOString();
		await portal.webhooks.fire('offer-accepted', payload);
		expect(started(workflow)).toEqual([
			{ event: 'offer-accepted', receivedAt: expect.any(String), payload },
		]);
		const receivedAt = String(started(workflow)[0]?.receivedAt);
		expect([before, receivedAt, new Date().toISOString()].sort()[1]).toBe(receivedAt);
		expect(portal.webhooks.deliveries[0]?.status).toBe(200);
	});

	test('may be signed in place of carrying the secret', async () => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		for (const encoding of ['hex', 'base64'] as const) {
			for (const prefix of ['', 'sha256=']) {
				const body = offer(`off_${encoding}${prefix.length}00000001`);
				const signature = prefix + createHmac('sha256', secret).update(body).digest(encoding);
				expect((await call(url, body, { 'X-Webhook-Signature': signature })).status).toBe(200);
			}
		}
		expect(started(workflow)).toHaveLength(4);
	});

	test.each([
		[
			'broken JSON',
			'application/json',
			'{"id": "off_sandbox000000001"',
			'{"id": "off_sandbox000000001"',
		],
		['text', 'text/plain', 'Offer accepted', 'Offer accepted'],
		['nothing', 'application/json', '', null],
		['a form', 'application/x-www-form-urlencoded', 'id=off_1&x=y', 'id=off_1&x=y'],
		['XML that is not well-formed', 'text/xml', '<offer>', '<offer>'],
		['a list', 'application/json', '[1,2]', [1, 2]],
		['JSON with a byte order mark', 'application/json', '\uFEFF{"a":1}', { a: 1 }],
		['a kind nobody knows', 'application/x-unknown', '{"a":1}', { a: 1 }],
	])('with %s for a payload starts an execution', async (_name, contentType, body, payload) => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		const headers = { 'Content-Type': contentType, 'X-Webhook-Signature': secret };
		expect((await call(url, body, headers)).status).toBe(200);
		expect(started(workflow)).toEqual([expect.objectContaining({ payload })]);
	});

	test('with 5 MB arrives whole, and with deep nesting does no harm', async () => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const text = randomBytes(5 * 1024 * 1024)
			.toString('base64')
			.slice(0, 5 * 1024 * 1024);
		await portal.webhooks.fire('offer-accepted', { id: 'off_large00000001', text });
		expect(started(workflow)).toEqual([
			expect.objectContaining({ payload: { id: 'off_large00000001', text } }),
		]);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		const deep = '['.repeat(100_000) + ']'.repeat(100_000);
		const headers = { 'X-Webhook-Signature': secret };
		expect((await call(url, deep, headers)).status).toBe(200);
	});

	test('starts an execution for each of the events that an expression gives as one text', async () => {
		const workflow = await activeWorkflow('={{ "offer-accepted, invoice-paid" }}');
		for (const type of ['offer-accepted', 'invoice-paid'] as const) {
			await portal.webhooks.fire(type, {});
		}
		expect(started(workflow).map(({ event }) => event)).toEqual(['offer-accepted', 'invoice-paid']);
	});

	test('for an event that is no longer chosen starts nothing and is answered well', async () => {
		const before = await activeWorkflow(['offer-accepted', 'offer-rejected']);
		const { url, secret } = recordOf(before, 'offer-rejected');
		const after = new TriggerWorkflow({
			...before.settings,
			parameters: { events: ['offer-accepted'] },
		});
		after.staticData = before.staticData;
		receiver.serve(after);
		const headers = { 'X-Webhook-Signature': secret };
		expect((await call(url, offer(), headers)).status).toBe(200);
		expect(started(after)).toEqual([]);
	});
});

describe('a forged call', () => {
	test('of 10,000 generated ones none starts an execution, and each is answered with 401', async () => {
		const workflow = await activeWorkflow(['offer-accepted', 'invoice-paid']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		const other = recordOf(workflow, 'invoice-paid').secret;
		const letter = fc.constantFrom(
			...Array.from({ length: 255 - 33 }, (_, index) => String.fromCharCode(index + 33)).filter(
				(character) => character !== '\u007F',
			),
		);
		const signature: fc.Arbitrary<string | string[] | undefined> = fc.oneof(
			fc.string({ unit: letter, maxLength: 60 }),
			fc.string({ unit: letter, minLength: secret.length, maxLength: secret.length }),
			fc.nat(secret.length - 1).map((length) => secret.slice(0, length)),
			fc.string({ unit: letter, minLength: 1 }).map((more) => secret + more),
			fc
				.tuple(fc.nat(secret.length - 1), letter)
				.map(([at, put]) => secret.slice(0, at) + put + secret.slice(at + 1)),
			fc.mixedCase(fc.constant(secret)),
			fc.constantFrom(undefined, '', other, `sha256=${secret}`, `Bearer ${secret}`, `"${secret}"`),
			fc.constant<string[]>([secret, secret]),
			fc.string({ unit: letter }).map((text): string[] => [text, secret]),
			fc.string().map((body) => createHmac('sha256', other).update(body).digest('hex')),
			fc.constant(createHmac('sha256', secret).update('another body').digest('hex')),
		);
		const forged = fc
			.sample(fc.tuple(signature, fc.string({ unit: 'binary' })), 10_100)
			.filter(([text]) => text !== secret)
			.slice(0, 10_000);
		expect(forged).toHaveLength(10_000);
		const statuses = new Map<number, number>();
		for (let start = 0; start < forged.length; start += 100) {
			const answers = await Promise.all(
				forged
					.slice(start, start + 100)
					.map(([text, body]) =>
						call(url, body, text === undefined ? {} : { 'X-Webhook-Signature': text }),
					),
			);
			for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
		expect([...statuses]).toEqual([[401, 10_000]]);
		expect(started(workflow)).toEqual([]);
		// The same road lets the genuine call through.
		await call(url, offer(), { 'X-Webhook-Signature': secret });
		expect(started(workflow)).toHaveLength(1);
	}, 300_000);

	test.each([
		['no event', '', 400],
		['an unknown event', '?event=offer-eaten', 400],
		['an event of another record', '?event=invoice-paid', 401],
		['two events', '?event=offer-accepted&event=offer-accepted', 400],
		['an event as an object', '?event[type]=offer-accepted', 400],
		['a name of the language', '?event=__proto__', 400],
		['another case', '?event=Offer-Accepted', 400],
	])('with a genuine secret and %s in the address starts nothing', async (_name, query, status) => {
		const workflow = await activeWorkflow(['offer-accepted', 'invoice-paid']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		const address = url.replace(/\?.*/, query);
		const answer = await call(address, offer(), { 'X-Webhook-Signature': secret });
		expect(answer.status).toBe(status);
		expect(started(workflow)).toEqual([]);
	});

	test('starts nothing when no secret is stored', async () => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		workflow.staticData = '{}';
		for (const signature of [secret, '', 'undefined', 'null']) {
			const answer = await call(url, offer(), { 'X-Webhook-Signature': signature });
			expect(answer.status).toBe(401);
		}
		expect(started(workflow)).toEqual([]);
	});

	test('with the secret of another workflow starts nothing', async () => {
		const one = await activeWorkflow(['offer-accepted']);
		const two = await activeWorkflow(['offer-accepted']);
		const { url } = recordOf(one, 'offer-accepted');
		const { secret } = recordOf(two, 'offer-accepted');
		const answer = await call(url, offer(), { 'X-Webhook-Signature': secret });
		expect(answer.status).toBe(401);
		expect([...started(one), ...started(two)]).toEqual([]);
	});

	test('that is larger than n8n takes starts nothing and breaks nothing', async () => {
		const workflow = await activeWorkflow(['offer-accepted']);
		const { url, secret } = recordOf(workflow, 'offer-accepted');
		const large = Buffer.alloc(17 * 1024 * 1024, 'x');
		// Signed, so that nothing but its size is wrong.
		const signature = createHmac('sha256', secret).update(large).digest('hex');
		const answer = await call(url, large, { 'X-Webhook-Signature': signature });
		expect(answer.status).toBe(413);
		expect(started(workflow)).toEqual([]);
		await call(url, offer(), { 'X-Webhook-Signature': secret });
		expect(started(workflow)).toHaveLength(1);
	});
});

describe('a call that arrives again', () => {
	const twice = async (workflow: TriggerWorkflow, type: string, body: string): Promise<void> => {
		const { url, secret } = recordOf(workflow, type);
		for (let count = 0; count < 2; count++) {
			const answer = await call(url, body, { 'X-Webhook-Signature': secret });
			expect(answer.status).toBe(200);
		}
	};

	test('starts one execution', async () => {
		const workflow = await activeWorkflow(['offer-created']);
		await twice(workflow, 'offer-created', offer());
		expect(started(workflow)).toHaveLength(1);
	});

	test('at the same moment, twenty times, starts one execution', async () => {
		const workflow = await activeWorkflow(['offer-created']);
		const { url, secret } = recordOf(workflow, 'offer-created');
		const headers = { 'X-Webhook-Signature': secret };
		await Promise.all(Array.from({ length: 20 }, async () => await call(url, offer(), headers)));
		expect(started(workflow)).toHaveLength(1);
	});

	test.each([false, '={{ "false" }}'])(
		'starts two executions with the option turned off: %p',
		async (ignoreRepeats) => {
			const workflow = await activeWorkflow(['offer-created'], { ignoreRepeats });
			await twice(workflow, 'offer-created', offer());
			expect(started(workflow)).toHaveLength(2);
		},
	);

	test('is new for another event and for another workflow', async () => {
		const one = await activeWorkflow(['offer-created', 'offer-accepted']);
		const two = await activeWorkflow(['offer-created']);
		await portal.webhooks.fire('offer-created', { id: 'off_sandbox000000001' });
		await portal.webhooks.fire('offer-accepted', { id: 'off_sandbox000000001' });
		expect(started(one).map(({ event }) => event)).toEqual(['offer-created', 'offer-accepted']);
		expect(started(two)).toHaveLength(1);
	});

	test('is new for another trigger of the same workflow', async () => {
		const one = await activeWorkflow(['offer-created'], {}, { nodeId: 'one', webhookId: 'hook-1' });
		const { workflowId } = one.settings;
		await activeWorkflow(['offer-created'], {}, { workflowId, nodeId: 'two', webhookId: 'hook-2' });
		for (let count = 0; count < 2; count++) {
			await portal.webhooks.fire('offer-created', { id: 'off_sandbox000000001' });
		}
		expect(started(one)).toHaveLength(2);
	});

	test('is new for a copy of the workflow, whose node has the same identifier', async () => {
		const nodeId = 'the same';
		const one = await activeWorkflow(['offer-created'], {}, { nodeId });
		const copy = await activeWorkflow(['offer-created'], {}, { nodeId });
		await portal.webhooks.fire('offer-created', { id: 'off_sandbox000000001' });
		expect(started(one)).toHaveLength(1);
		expect(started(copy)).toHaveLength(1);
	});

	test('because n8n could not start the execution starts it then', async () => {
		const workflow = await activeWorkflow(['offer-created']);
		const { url, secret } = recordOf(workflow, 'offer-created');
		const headers = { 'X-Webhook-Signature': secret };
		receiver.failToStart = true;
		expect((await call(url, offer(), headers)).status).toBe(500);
		receiver.failToStart = false;
		await new Promise((resolve) => setImmediate(resolve));
		expect((await call(url, offer(), headers)).status).toBe(200);
		expect(started(workflow)).toHaveLength(1);
	});

	test.each([
		['offer-created', '', 2],
		['offer-created', '{}', 2],
		['offer-created', '{"customerId":"cst_sandbox000000001"}', 2],
		['offer-created', 'Offer created', 2],
		['offer-created', 'Offer off_sandbox000000001 created', 1],
		['offer-created', '{"id":"3f0c-11"}', 1],
		['offer-created', '{"data":{"offer":{"id":"off_sandbox000000001"}}}', 1],
		['offer-accepted', '{"id":"off_sandbox000000001"}', 2],
		['invoice-paid', '{"id":"inv_1"}', 2],
		['invoice-paid', '{"id":"inv_1","paidAt":"2026-11-21T10:00:00+01:00"}', 1],
		['ticket-reply-customer', '{"id":"tic_sandbox000000001","title":"Vraag"}', 2],
		['ticket-reply-customer', '{"id":"tic_sandbox000000001","messages":[{"id":"tim_1"}]}', 1],
		['offer-created', '{"id":"cst_sandbox000000001"}', 2],
		['offer-created', '{"id":""}', 2],
		['offer-created', '{"id":null}', 2],
		['offer-created', '{"id":12}', 1],
		['subscription-updated', '{"id":"sub_sandbox000000001"}', 2],
		['subscription-updated', '{"id":12}', 2],
		['subscription-updated', 'sub_sandbox000000001 has another amount', 2],
		['subscription-updated', '{"id":"sub_1","event":"subscription-updated"}', 2],
		['subscription-updated', '{"id":"sub_1","note":null}', 2],
		['subscription-updated', '{"id":"sub_1","customerId":"cst_1"}', 2],
		['subscription-updated', '{"customerId":"cst_1","amount":"12.00"}', 2],
		['payment-link-paid', '{"id":"plk_1"}', 2],
		['payment-link-paid', '{"id":"plk_1","amount":"25.00","status":"paid"}', 2],
		['subscription-updated', '{"id":"sub_sandbox000000001","amount":"12.00"}', 1],
	])('for %s with the body %s starts %i', async (type, body, count) => {
		const workflow = await activeWorkflow([type]);
		await twice(workflow, type, body);
		expect(started(workflow)).toHaveLength(count);
	});

	test('from the portal itself, for every event, starts one execution each, and two for a payment', async () => {
		const types = events.map(({ type }) => type);
		const workflow = await activeWorkflow(types);
		for (const { type, object } of events) {
			const payload = {
				id: `${object.prefixes[0]}sandbox000000001`,
				at: 1,
				messages: [{ id: 'tim_1' }],
			};
			await portal.webhooks.fire(type, payload);
			await portal.webhooks.fire(type, payload);
		}
		// A reusable payment link may be paid twice alike.
		expect(started(workflow).map(({ event }) => event)).toEqual(
			types.flatMap((type) => (type === 'payment-link-paid' ? [type, type] : [type])),
		);
	});
});

test('200 events at once start 200 executions, none lost and none twice', async () => {
	const workflow = await activeWorkflow(['offer-created', 'invoice-created']);
	await Promise.all(
		Array.from({ length: 200 }, async (_, index) => {
			const type = index % 2 ? 'offer-created' : 'invoice-created';
			const id = `${index % 2 ? 'off' : 'inv'}_sandbox${index}`;
			await portal.webhooks.fire(type, { id });
			if (index % 10 === 0) await portal.webhooks.fire(type, { id });
		}),
	);
	const ids = started(workflow).map(({ payload }) => (payload as { id: string }).id);
	expect(new Set(ids).size).toBe(200);
	expect(ids).toHaveLength(200);
});

describe('the memory of deliveries', () => {
	const minute = 60_000;

	test('lasts ten minutes from the first arrival', () => {
		const memory = new DeliveryMemory();
		expect(memory.note('a', 0)).toBe(true);
		expect(memory.note('a', 9 * minute)).toBe(false);
		expect(memory.note('a', 10 * minute)).toBe(true);
	});

	test('forgets the oldest when there are too many, and keeps the others', () => {
		const memory = new DeliveryMemory(3);
		for (const key of ['a', 'b', 'c', 'd']) expect(memory.note(key, 0)).toBe(true);
		expect(memory.note('d', 0)).toBe(false);
		expect(memory.note('a', 0)).toBe(true);
	});
});
