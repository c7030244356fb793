import { createHmac } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { DeliveryMemory } from '../../../nodes/MijnKlantportaalTrigger/receiving/deliveryMemory';
import { leavesOf, toPayload } from '../../../nodes/MijnKlantportaalTrigger/receiving/payload';
import { receive } from '../../../nodes/MijnKlantportaalTrigger/receiving/receive';
import { isRecognisable } from '../../../nodes/MijnKlantportaalTrigger/receiving/repeats';
import { isSigned } from '../../../nodes/MijnKlantportaalTrigger/receiving/signature';
import { eventOf, type PortalEvent } from '../../../nodes/shared/objects/events';

describe('the memory of deliveries', () => {
	const MINUTES = 60 * 1000;

	it('knows a delivery for ten minutes', () => {
		const memory = new DeliveryMemory();
		expect([memory.note('a', 0), memory.note('a', 1), memory.note('b', 1)]).toEqual([
			true,
			false,
			true,
		]);
		expect(memory.note('a', 10 * MINUTES - 1)).toBe(false);
		expect(memory.note('a', 10 * MINUTES)).toBe(true);
		expect(memory.note('b', 10 * MINUTES)).toBe(false);
	});

	it('forgets the oldest when there are too many', () => {
		const memory = new DeliveryMemory(2);
		for (const key of ['a', 'b', 'c']) expect(memory.note(key, 0)).toBe(true);
		expect(memory.note('c', 0)).toBe(false);
		expect(memory.note('a', 0)).toBe(true);
	});

	it('forgets what came to nothing', () => {
		const memory = new DeliveryMemory();
		memory.note('a', 0);
		memory.forget('a');
		expect(memory.note('a', 0)).toBe(true);
	});
});

describe('a payload', () => {
	it.each([
		['{"a":1}', { a: 1 }],
		['\ufeff{"a":1}', { a: 1 }],
		['{"a":"\ufeff"}', { a: '\ufeff' }],
		['', null],
		[' \n', null],
		['text', 'text'],
		[' {', ' {'],
		['null', null],
	])('of %j is %j', (body, payload) => {
		expect(toPayload(Buffer.from(body))).toEqual(payload);
	});

	it.each([
		['inv_1, (tic_2)!', [{ value: 'inv_1' }, { value: 'tic_2' }]],
		['', []],
		[7, [{ value: 7 }]],
		[null, [{ value: null }]],
		[
			{ a: { b: 1 }, c: 2 },
			[
				{ field: 'c', value: 2 },
				{ field: 'b', value: 1 },
			],
		],
		[
			{ a: [1, [2]] },
			[
				{ field: 'a', value: 1 },
				{ field: 'a', value: 2 },
			],
		],
		[[1], [{ value: 1 }]],
	])('of %j has the values %j', (payload, leaves) => {
		expect(leavesOf(payload)).toEqual(leaves);
	});

	it('is looked through in a moment, however large it is', () => {
		expect(leavesOf('x '.repeat(20_000))).toHaveLength(10_000);
		// The list itself is one of the values that are looked at.
		expect(leavesOf(Array.from({ length: 20_000 }, () => 1))).toHaveLength(9_999);
		const wide = Object.fromEntries(
			Array.from({ length: 20_000 }, (_, index) => [`f${index}`, {}]),
		);
		expect(leavesOf([wide, wide])).toHaveLength(0);
	});
});

describe('a signature', () => {
	const body = Buffer.from('{"a":1}');
	const signed = createHmac('sha256', 'secret').update(body).digest();

	it.each([
		'secret',
		signed.toString('hex'),
		signed.toString('base64'),
		`sha256=${signed.toString('hex')}`,
		`sha256=${signed.toString('base64')}`,
	])('%s is a proof', (signature) => {
		expect(isSigned(signature, body, 'secret')).toBe(true);
	});

	it.each([
		['sha256=secret'],
		['Secret'],
		[signed.toString('hex').toUpperCase()],
		[''],
		[undefined],
		[['secret']],
	])('%j is none', (signature) => {
		expect(isSigned(signature, body, 'secret')).toBe(false);
	});

	it('is none without a secret', () => {
		expect(isSigned('', body, '')).toBe(false);
		expect(isSigned(createHmac('sha256', '').update(body).digest('hex'), body, '')).toBe(false);
	});
});

describe('a second call with the same body can only be a repeat', () => {
	const known = (type: string, payload: unknown) =>
		isRecognisable(eventOf(type) as PortalEvent, payload);

	it.each([
		['invoice-created', { id: 'inv_1' }, true],
		['invoice-created', { data: { invoice: 'inv_1' } }, true],
		['invoice-created', 'created: inv_1', true],
		['invoice-created', { id: 12 }, true],
		['invoice-created', { id: 'abc' }, true],
		['invoice-created', { id: '' }, false],
		['invoice-created', { id: true }, false],
		['invoice-created', { id: null }, false],
		['invoice-created', { number: 12 }, false],
		['invoice-created', { id: 'cst_1' }, false],
		['invoice-created', { customer: 'cst_1' }, false],
		['invoice-created', {}, false],
		['invoice-created', null, false],
		['appointment-canceled', { id: 'apt_1' }, false],
		['appointment-canceled', { id: 'apt_1', startsAt: '2026-11-21T10:00:00+01:00' }, true],
		['invoice-chargeback', { id: 'inv_1' }, false],
		['invoice-chargeback', { id: 'inv_1', amount: '12.00' }, true],
		['invoice-paid', { id: 'inv_1' }, false],
		['invoice-paid', { id: 'inv_1', paidAt: '2026-11-21T10:00:00+01:00' }, true],
		['offer-accepted', { id: 'off_1' }, false],
		['offer-accepted', { id: 'off_1', acceptedAt: '2026-11-21T10:00:00+01:00' }, true],
		['offer-rejected', { id: 'off_1' }, false],
		['offer-rejected', { id: 'off_1', rejectedAt: '2026-11-21T10:00:00+01:00' }, true],
		['ticket-created', { id: 'tic_1' }, true],
		['ticket-reply-customer', { id: 'tic_1' }, false],
		['ticket-reply-customer', { id: 'tic_1', message: { id: 'tim_1' } }, true],
		['ticket-reply-employee', { id: 12 }, false],
		['subscription-updated', { id: 'sub_1', price: 12 }, true],
		['subscription-updated', { id: 'sub_1' }, false],
		['subscription-updated', { id: 'sub_1', type: 'subscription-updated' }, false],
		['subscription-updated', { id: 'sub_1', customer: 'cst_1' }, false],
		['subscription-updated', { id: 'sub_1', endsAt: null }, false],
		['subscription-updated', { id: 'sub_1', other: { id: 12 } }, false],
		['subscription-updated', { price: 12 }, false],
		['subscription-updated', 'sub_1 costs 12', false],
		['subscription-updated', null, false],
		['payment-link-paid', { id: 'plk_1', amount: 12 }, false],
	])('%s with %j: %p', (type, payload, expected) => {
		expect(known(type, payload)).toBe(expected);
	});
});

describe('a call', () => {
	const URL = 'https://n8n.example/w?event=';
	const record = (type: string) => ({ id: `wbh_${type}`, type, url: URL + type, secret: 'secret' });

	interface Call {
		event?: unknown;
		signature?: unknown;
		body?: string;
		rawBody?: Buffer | null;
		readRawBody?: () => Promise<void>;
		events?: unknown;
		stored?: unknown;
		ignoreRepeats?: unknown;
		workflow?: string;
		node?: string;
		mode?: string;
	}

	/** Takes a call; what n8n was told, and what stands in its log. */
	async function calling(call: Call = {}) {
		const log: string[] = [];
		let answered: unknown;
		let status = 0;
		let onClose = (): void => undefined;
		const response = {
			status: (given: number) => {
				status = given;
				return response;
			},
			json: (given: unknown) => (answered = given),
			once: (_name: string, listener: () => void) => (onClose = listener),
			statusCode: 200,
		};
		const request: Record<string, unknown> = {
			rawBody:
				call.rawBody === null
					? undefined
					: (call.rawBody ?? Buffer.from(call.body ?? '{"id":"inv_1"}')),
			readRawBody: call.readRawBody,
		};
		const result = await receive({
			getRequestObject: () => request,
			getResponseObject: () => response,
			getQueryData: () => ({ event: 'event' in call ? call.event : 'invoice-created' }),
			getHeaderData: () => ({
				'x-webhook-signature': 'signature' in call ? call.signature : 'secret',
			}),
			getNodeParameter: (name: string) =>
				name === 'events'
					? 'events' in call
						? call.events
						: ['invoice-created']
					: (call.ignoreRepeats ?? true),
			getWorkflowStaticData: () => ({ webhooks: call.stored ?? [record('invoice-created')] }),
			getWorkflow: () => ({ id: call.workflow ?? 'w' }),
			getNode: () => ({ id: call.node ?? 'n' }),
			getMode: () => call.mode ?? 'webhook',
			logger: {
				warn: (line: string) => log.push(`warn: ${line}`),
				debug: (line: string) => log.push(`debug: ${line}`),
			},
		} as never);
		const item = (result.workflowData?.[0]?.[0]?.json ?? undefined) as IDataObject | undefined;
		const closeWith = (statusCode: number) => {
			response.statusCode = statusCode;
			onClose();
		};
		return { result, item, status, answered, log, closeWith };
	}

	let workflows = 0;
	const anew = () => ({ workflow: `w${++workflows}` });

	it('starts the workflow with its event and payload', async () => {
		const { item, log } = await calling(anew());
		expect(item).toEqual({
			event: 'invoice-created',
			receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
			payload: { id: 'inv_1' },
		});
		expect(log).toEqual([]);
	});

	it.each([
		[
			'without signature',
			{ signature: undefined },
			/^warn: Refused a call for invoice-created: it has no signature$/,
		],
		['with another signature', { signature: 'x' }, /its signature is not the one of the webhook$/],
		[
			'without a stored secret',
			{ stored: [] },
			/no secret is stored for it\. Deactivate and activate/,
		],
		[
			'for an event of another secret',
			{ stored: [record('offer-created')] },
			/no secret is stored/,
		],
	])('%s is refused', async (_name, call, line) => {
		const { status, answered, log, result } = await calling({ ...anew(), ...call });
		expect([status, answered]).toEqual([
			401,
			{ message: 'The call does not carry the signature of its webhook' },
		]);
		expect(result).toEqual({ noWebhookResponse: true });
		expect(log).toEqual([expect.stringMatching(line)]);
	});

	it.each([['x\ny'], [undefined], [['invoice-created', 'invoice-created']], ['__proto__']])(
		'whose address names the event %j is refused, and the log says why',
		async (event) => {
			const { status, answered, log, result } = await calling({ ...anew(), event });
			const message = 'The address names no event that the node knows';
			expect([status, answered]).toEqual([400, { message }]);
			expect(result).toEqual({ noWebhookResponse: true });
			expect(log).toEqual([`warn: Refused a call. ${message}`]);
		},
	);

	it('is known by any of the secrets of its event', async () => {
		const stored = [{ ...record('invoice-created'), secret: 'old' }, record('invoice-created')];
		expect((await calling({ ...anew(), stored })).item).toBeDefined();
	});

	it.each([[['offer-created']], ['offer-created, invoice-paid'], ['["offer-created"]']])(
		'for an event that is no longer chosen starts nothing: %j',
		async (events) => {
			expect((await calling({ ...anew(), events })).result).toEqual({});
		},
	);

	it.each([
		['invoice-created'],
		['offer-created, invoice-created'],
		['["invoice-created"]'],
		['[invoice-created'],
		[''],
		[[]],
		[null],
		[undefined],
		['invoice-create'],
	])('starts the workflow for the events %j', async (events) => {
		expect((await calling({ ...anew(), events })).item).toBeDefined();
	});

	it('is read where n8n has not read it', async () => {
		const call: Call = { ...anew(), rawBody: null };
		expect((await calling(call)).item?.payload).toBeNull();
		const { status, answered, log } = await calling({
			...call,
			readRawBody: async () => await Promise.reject(new Error('too large')),
		});
		const message = 'The body is larger than n8n takes, or broke off';
		expect([status, answered]).toEqual([413, { message }]);
		expect(log).toEqual([`warn: Refused a call. ${message}`]);
	});

	it('is not read twice', async () => {
		const readRawBody = jest.fn();
		await calling({ ...anew(), readRawBody });
		expect(readRawBody).not.toHaveBeenCalled();
	});

	describe('that comes again', () => {
		it.each([[true], ['true'], [1]])('starts nothing: %j', async (ignoreRepeats) => {
			const call = { ...anew(), ignoreRepeats };
			await calling(call);
			const { result, log } = await calling(call);
			expect(result).toEqual({});
			expect(log).toEqual(['debug: Ignored a repeated delivery of invoice-created']);
		});

		it.each([
			['for another workflow', anew()],
			['for another node', { node: 'other' }],
			['for a test', { mode: 'manual' }],
			['with another body', { body: '{"id":"inv_2"}' }],
			['where repeats are wanted', { ignoreRepeats: false }],
			['where an expression wants repeats', { ignoreRepeats: 'false' }],
			['where nobody can say whether repeats are wanted', { ignoreRepeats: 'maybe' }],
			[
				'for another event',
				{
					event: 'invoice-paid',
					events: ['invoice-paid'],
					stored: [record('invoice-paid')],
				},
			],
		])('starts the workflow %s', async (_name, other) => {
			const call = anew();
			await calling(call);
			expect((await calling({ ...call, ...other })).item).toBeDefined();
		});

		it('starts the workflow where it cannot be told from another one', async () => {
			const call = { ...anew(), body: '{}' };
			await calling(call);
			expect((await calling(call)).item).toBeDefined();
		});

		it.each([
			[399, false],
			[400, true],
			[500, true],
		])('starts it after n8n answered %i: %p', async (status, isNew) => {
			const call = anew();
			(await calling(call)).closeWith(status);
			expect((await calling(call)).item !== undefined).toBe(isNew);
		});
	});
});
