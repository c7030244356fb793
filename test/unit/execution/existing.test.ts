import type { IDataObject } from 'n8n-workflow';
import { createOnce, workKeysOf } from '../../../nodes/MijnKlantportaal/execution/createOnce';
import {
	type Creation,
	readIfExists,
	toCreation,
} from '../../../nodes/MijnKlantportaal/execution/creation';
import { lookForExisting } from '../../../nodes/MijnKlantportaal/execution/existing';
import {
	checkAgreement,
	refusal,
} from '../../../nodes/MijnKlantportaal/execution/existingProblems';
import { Plans } from '../../../nodes/MijnKlantportaal/execution/plans';
import type { Key } from '../../../nodes/shared/objects/findByKey';
import { inTurn } from '../../../nodes/MijnKlantportaal/execution/turns';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import type { Channel } from '../../../nodes/shared/transport/channel';
import { Failure } from '../../../nodes/shared/transport/failure';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { connectTo, inOrder, json } from '../scriptedConnection';
import { operationOf } from './jobs';

useFakeTime();

const NAMES: Record<string, string> = { invoiceNumber: 'Invoice Number', dueAt: 'Due Date' };
const creationOf = (own: Partial<Creation> = {}): Creation => ({
	ifExists: 'useExisting',
	object: portalObjects.invoice,
	keys: [{ invoiceNumber: 'F-1' }],
	agreeing: { invoiceNumber: 'F-1', dueAt: '2026-12-31' },
	displayNameOf: (name) => NAMES[name] ?? name,
	checkedAt: performance.now(),
	begunAt: own.checkedAt ?? performance.now(),
	...own,
});
const invoice = (own: IDataObject = {}): IDataObject => ({
	id: 'inv_1',
	invoiceNumber: 'F-1',
	dueAt: '2026-12-31',
	amount: '12.00',
	...own,
});

describe('what is chosen under If It Exists', () => {
	const chosen = (value: unknown, operation = {}, mode = 'trigger') =>
		readIfExists(
			{
				getNodeParameter: (name: string, fallback: unknown) =>
					name === 'ifExists' ? (value ?? fallback) : 'x',
				getMode: () => mode,
			} as never,
			operationOf(operation),
		);
	const existing = { key: ['invoiceNumber'], agreeing: [] };

	it.each([
		['useExisting', { existing }, 'trigger', 'useExisting'],
		['refuse', { existing }, 'trigger', 'refuse'],
		['createAnother', { existing }, 'trigger', undefined],
		[undefined, { existing }, 'trigger', undefined],
		['createAnother', { existing }, 'retry', 'retry'],
		['useExisting', { existing }, 'retry', 'retry'],
		// It would refuse what the run itself has made before it failed.
		['refuse', { existing }, 'retry', 'retry'],
		['refuse', {}, 'retry', undefined],
		['refuse', { upsert: {} }, 'retry', 'update'],
		['refuse', {}, 'trigger', undefined],
		['refuse', { upsert: {} }, 'trigger', 'update'],
	])('%p with %j in %s is %p', (value, operation, mode, expected) => {
		expect(chosen(value, operation, mode)).toBe(expected);
	});

	it.each(['trigger', 'retry'])('is one of the choices (%s)', (mode) => {
		expect(() => chosen('x', { existing }, mode)).toThrow('is not one of the possible values: "x"');
	});
});

describe('what the request would create', () => {
	const run = { startedAt: 7, begunAt: 5 };
	const body = {
		invoiceNumber: 'F-1',
		dueAt: '2026-12-31',
		amount: undefined,
		by: 'email',
		email: 'a',
		name: 'b',
	} as never;
	const field = {
		property: { name: 'number', displayName: 'Number' },
		mapping: { apiName: 'invoiceNumber' },
	};

	it('is known by its key', () => {
		const operation = operationOf({
			existing: { key: ['invoiceNumber', 'amount'], agreeing: ['dueAt'] },
			fields: [field],
		});
		const creation = toCreation('refuse', portalObjects.invoice, operation, body, run);
		expect(creation).toMatchObject({
			ifExists: 'refuse',
			keys: [{ invoiceNumber: 'F-1' }],
			agreeing: { dueAt: '2026-12-31' },
			checkedAt: 7,
			begunAt: 5,
		});
		expect('amount' in (creation.keys[0] ?? {})).toBe(false);
		expect(creation.displayNameOf('invoiceNumber')).toBe('Number');
		expect(creation.displayNameOf('other')).toBe('other');
	});

	it('is known by one key after the other, where it is changed', () => {
		const upsert = { choice: 'by', keys: { email: ['email', 'name'] } };
		const operation = operationOf({ upsert });
		expect(toCreation('update', portalObjects.customer, operation, body, run)).toMatchObject({
			keys: [{ email: 'a' }, { name: 'b' }],
			agreeing: {},
		});
		const other = operationOf({ upsert: { ...upsert, choice: 'x' } });
		expect(toCreation('update', portalObjects.customer, other, body, run)).toMatchObject({
			keys: [],
		});
	});

	it('is nothing where nothing is asked for', () => {
		expect(toCreation('refuse', portalObjects.invoice, operationOf(), body, run)).toMatchObject({
			keys: [{}],
			agreeing: {},
		});
	});
});

describe('looking for it', () => {
	const looking = async (list: IDataObject[], own: Partial<Creation> = {}) => {
		const { connection, requests } = await connectTo(inOrder(json({ data: list })));
		return {
			...(await inFakeTime(lookForExisting(creationOf(own), connection, new Stop()))),
			requests,
		};
	};

	it('finds it, or nothing', async () => {
		expect((await looking([invoice()])).result).toEqual({ existing: invoice(), foundBy: 0 });
		expect((await looking([invoice({ invoiceNumber: 'F-2' })])).result).toBeUndefined();
	});

	it('finds by the next key where the first finds nothing', async () => {
		const keys = [{ customerId: 'cst_9' }, { invoiceNumber: 'F-1' }];
		expect((await looking([invoice({ customerId: null })], { keys })).result).toEqual({
			existing: invoice({ customerId: null }),
			foundBy: 1,
		});
		expect((await looking([invoice()], { keys: [] })).result).toBeUndefined();
	});

	it('prefers what agrees', async () => {
		const list = [invoice({ id: 'inv_0', dueAt: '2020-01-01' }), invoice()];
		expect((await looking(list)).result?.existing.id).toBe('inv_1');
	});

	it('refuses what a later key finds that has another value of an earlier one, and names both', async () => {
		const keys = [{ customerId: 'cst_9' }, { invoiceNumber: 'F-1' }];
		for (const list of [
			[invoice({ customerId: 'cst_8' })],
			[invoice({ customerId: null }), invoice({ customerId: 'cst_8' })],
		]) {
			const { error } = await looking(list, { keys, ifExists: 'update', agreeing: {} });
			expect(error).toMatchObject({
				finding:
					'"cst_9" is of no invoice, and the one with Invoice Number "F-1" has another, "cst_8": inv_1 (F-1 · € 12.00)',
				remedy:
					'Correct customerId or Invoice Number of this item, or of the invoice that exists. Another invoice with the same Invoice Number is made by Create.',
				displayName: 'customerId',
			});
		}
	});

	it.each([
		[
			'what differs',
			[invoice({ dueAt: '2020-01-01' })],
			{},
			'"F-1" is in the portal already, with other values: Due Date is 2020-01-01 there and 2026-12-31 here',
			'Correct this item, or the invoice that exists (inv_1), so that both agree, or give it another invoice number.',
		],
		[
			'what exists',
			[invoice({ invoiceNumber: 'F-1' })],
			{ ifExists: 'refuse' },
			'"F-1" exists already, as inv_1 (F-1 · € 12.00)',
			'Choose Output the Existing One under If It Exists to go on with it, or leave this item out.',
		],
		[
			'what lacks a value that the request gives',
			[invoice({ dueAt: null })],
			{},
			'"F-1" is in the portal already, with other values: Due Date is empty there and 2026-12-31 here',
			'Correct this item, or the invoice that exists (inv_1), so that both agree, or give it another invoice number.',
		],
		[
			'several',
			[invoice(), invoice({ id: 'inv_2' })],
			{},
			'"F-1" is in the portal 2 times: inv_1 (F-1 · € 12.00) and inv_2 (F-1 · € 12.00)',
			'Which invoice is meant cannot be told. Remove what is too much, or leave this item out.',
		],
	] as Array<[string, IDataObject[], Partial<Creation>, string, string]>)(
		'refuses %s',
		async (_name, list, own, finding, remedy) => {
			const { error } = await looking(list, own);
			expect(error).toMatchObject({ finding, remedy, displayName: 'Invoice Number' });
		},
	);

	it('names by its ID what has no title', () => {
		const object = { ...portalObjects.invoice, title: undefined };
		expect(refusal(creationOf({ object }), 'as x').finding).toBe('"F-1" exists already, as x');
	});

	it('tells that the list cannot be read, and the other way', async () => {
		for (const [ifExists, other] of [
			['useExisting', ' Or choose Create Another One under If It Exists.'],
			['refuse', ' Or choose Create Another One under If It Exists.'],
			['retry', ''],
			['update', ''],
		] as const) {
			const { connection } = await connectTo(inOrder(json({ message: 'No.' }, 403)));
			const { error } = await inFakeTime(
				lookForExisting(creationOf({ ifExists }), connection, new Stop()),
			);
			expect(error).toMatchObject({
				message: 'Whether the invoice exists cannot be looked up: No.',
				status: 403,
				description: expect.stringMatching(
					new RegExp(`[\\w"]\\.${other} Nothing was sent\\.$`),
				) as string,
			});
		}
		const stop = new Stop();
		stop.now(new Error('enough'));
		const { connection } = await connectTo(inOrder(json({ data: [] })));
		expect((await inFakeTime(lookForExisting(creationOf(), connection, stop))).error).toEqual(
			new Error('enough'),
		);
	});
});

describe('a list that never tells what is there', () => {
	const LOOK =
		'Look in the portal which invoices are there, and run the workflow with the items of the others only, with Create Another One under If It Exists. Nothing was sent.';

	it.each([
		['useExisting', LOOK],
		['refuse', LOOK],
		['retry', `Retry always looks. ${LOOK}`],
		[
			'update',
			'Use Update with By ID for an invoice that is in the portal, and Create for one that is not. Nothing was sent.',
		],
	] as const)('with %s says how to go on without it', async (ifExists, description) => {
		const { connection } = await connectTo(inOrder(json({ data: [{ id: 'inv_1' }] })));
		const looking = lookForExisting(creationOf({ ifExists }), connection, new Stop());
		expect((await inFakeTime(looking)).error).toMatchObject({
			message:
				'Whether the invoice exists cannot be looked up: the list of invoices does not show the invoiceNumber of each',
			description,
		});
	});

	it('says who could mend it', async () => {
		const page = json({ data: [invoice()], next_page_url: 'https://portal.example/v1/x?page=2' });
		const { connection } = await connectTo(() => page);
		const looking = lookForExisting(creationOf(), connection, new Stop());
		expect((await inFakeTime(looking)).error).toMatchObject({
			description: `Tell MijnKlantportaal. ${LOOK}`,
		});
	});
});

it('agreement is told with all that differs', () => {
	expect(() => checkAgreement(creationOf(), invoice(), 'here')).not.toThrow();
	expect(() =>
		checkAgreement(creationOf(), { invoiceNumber: 'F-2', dueAt: 'x' }, 'in item 3'),
	).toThrow(
		'"F-1" is in item 3 already, with other values: Invoice Number is F-2 there and F-1 here, Due Date is x there and 2026-12-31 here. Correct this item, or the invoice that exists, so that both agree',
	);
});

describe('two items with the same name', () => {
	const keyed = (key: Key): Creation => creationOf({ keys: [key] });
	const customer = (...keys: Key[]): Creation =>
		creationOf({ ifExists: 'update', object: portalObjects.customer, keys, agreeing: {} });
	const share = (one: Creation, other: Creation): boolean =>
		workKeysOf(one).some((key) => workKeysOf(other).includes(key));

	it.each([
		['the key in whatever case', keyed({ invoiceNumber: ' f-1 ' }), true],
		['another value', keyed({ invoiceNumber: 'F-2' }), false],
		['another field', keyed({ offerNumber: 'F-1' }), false],
		['another object', creationOf({ object: portalObjects.offer }), false],
	])('wait for each other with %s: %p', (_what, other, expected) => {
		expect(share(creationOf(), other)).toBe(expected);
	});

	it('wait for each other with the same address, in which case counts', () => {
		const hook = (url: string) => keyed({ url, type: 'invoice-paid' });
		expect(share(hook('https://X.nl/Abc'), hook('https://x.nl/Abc'))).toBe(true);
		expect(share(hook('https://x.nl/Abc'), hook('https://x.nl/aBC'))).toBe(false);
	});

	it('wait for each other with one of their keys, or with what exists', () => {
		const one = customer({ integrationId: '77' }, { primaryEmail: 'a@x.nl' });
		expect(share(one, customer({ integrationId: '77' }, { primaryEmail: 'b@x.nl' }))).toBe(true);
		expect(share(one, customer({ primaryEmail: 'A@x.nl' }))).toBe(true);
		expect(share(one, customer({ integrationId: '78' }, { primaryEmail: 'b@x.nl' }))).toBe(false);
		const found = { existing: { id: 'cst_1' }, foundBy: 0 };
		expect(share({ ...one, ...found }, customer({ primaryEmail: 'a@x.nl' }))).toBe(false);
		expect(share({ ...one, ...found, foundBy: 1 }, customer({ primaryEmail: 'a@x.nl' }))).toBe(
			true,
		);
		const other = customer({ integrationId: '9' });
		expect(share({ ...one, ...found }, { ...other, ...found })).toBe(true);
		expect(share({ ...one, ...found }, { ...other, existing: { id: 'cst_2' } })).toBe(false);
	});

	it('are planned once, unless they agree', () => {
		const plans = new Plans();
		plans.note(creationOf(), 0);
		plans.note(keyed({ invoiceNumber: 'F-2' }), 1);
		plans.note(creationOf(), 2);
		expect(() => plans.note(creationOf({ agreeing: { dueAt: 'x' } }), 3)).toThrow(
			'"F-1" is in item 0 of this run already, with other values: Due Date is 2026-12-31 there and x here',
		);
		expect(() => plans.note(creationOf({ ifExists: 'refuse' }), 3)).toThrow(
			'"F-1" exists already, in item 0 of this run',
		);
		const existing = invoice();
		plans.note(creationOf({ existing, agreeing: { dueAt: 'x' } }), 4);
		expect(plans.withTwins(creationOf()).existing).toBeUndefined();
	});

	describe('that are changed', () => {
		const of = (id: string, email: string, found: Partial<Creation> = {}): Creation => ({
			...customer({ integrationId: id }, { primaryEmail: `${email}@x.nl` }),
			...found,
		});
		const one = { existing: { id: 'cst_1' }, foundBy: 1 };
		const two = { existing: { id: 'cst_2' }, foundBy: 1 };
		const note = (...creations: Creation[]): Plans => {
			const plans = new Plans();
			creations.forEach((creation, itemIndex) => plans.note(creation, itemIndex));
			return plans;
		};

		it.each([
			['the same key that decides and another one besides', [of('77', 'a'), of('77', 'b')]],
			['other keys', [of('77', 'a'), of('78', 'b')]],
			['the same in all', [of('77', 'a', one), of('77', 'A', one)]],
			[
				'another key that decides, both found by it',
				[of('77', 'a', { ...one, foundBy: 0 }), of('78', 'a', { ...two, foundBy: 0 })],
			],
			['only one key', [customer({ primaryEmail: 'a@x.nl' }), of('77', 'a')]],
		])('may have %s', (_what, creations) => {
			expect(() => note(...creations)).not.toThrow();
		});

		it.each([
			['that are not there', {}, {}],
			['of which the first is there', one, {}],
			['of which the second is there', {}, one],
			['that are both found by it', one, one],
			['of which the first was found by what decides', { ...one, foundBy: 0 }, {}],
			['of which the second was found by what decides', {}, { ...one, foundBy: 0 }],
		])('are refused with another key that decides, %s', (_what, first, second) => {
			expect(() => note(of('77', 'a', first), of('78', 'a', second))).toThrow(
				'"a@x.nl" is in item 0 of this run already, with another integrationId: "77" there and "78" here. Correct one of the two items, or leave one of them out.',
			);
		});

		it('are refused where the key that decides leads to two in the portal', () => {
			expect(() => note(of('77', 'c'), of('77', 'a', one), of('77', 'b', two))).toThrow(
				'"77" is in item 1 of this run already, for another customer: cst_1 (undefined) there and cst_2 (undefined) here. Which customer is meant cannot be told.',
			);
		});

		it('are one where only one of them was found', () => {
			const first = of('77', 'a');
			const plans = note(first, of('77', 'b', one), of('78', 'c'));
			expect(plans.withTwins(first)).toEqual({ ...first, existing: one.existing, foundBy: 0 });
			for (const other of [of('77', 'b', two), of('78', 'c')]) {
				expect(plans.withTwins(other)).toBe(other);
			}
		});
	});
});

describe('creating once', () => {
	const creating = async (
		channel: Channel,
		own: Partial<Creation> = {},
		made: IDataObject | Failure = invoice(),
	) => {
		const create = jest.fn(async () => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			if (made instanceof Failure) throw made;
			return made;
		});
		const change = jest.fn(
			async (existing: IDataObject) => await Promise.resolve({ ...existing, changed: true }),
		);
		const connection = { channel } as never;
		const ended = await inFakeTime(
			createOnce(creationOf(own), connection, new Stop(), { create, change }),
		);
		return { ...ended, created: create.mock.calls.length, changed: change.mock.calls.length };
	};
	const later = (own: Partial<Creation> = {}): Partial<Creation> => ({
		checkedAt: performance.now() - 1000,
		...own,
	});

	it('uses what exists without waiting for anybody', async () => {
		expect(await creating({} as never, { existing: invoice() })).toMatchObject({
			result: { object: invoice(), alreadyExisted: true },
			created: 0,
			took: 0,
		});
	});

	it('creates what does not exist, and changes what does where that is asked for', async () => {
		const channel = {} as never;
		expect(await creating(channel)).toMatchObject({
			result: { object: invoice(), alreadyExisted: false },
			created: 1,
			changed: 0,
		});
		const other = creationOf({ ifExists: 'update', existing: invoice() });
		expect(await creating({} as never, other)).toMatchObject({
			result: { object: { ...invoice(), changed: true }, alreadyExisted: true },
			created: 0,
			changed: 1,
		});
	});

	it('uses what an item of the same key has made meanwhile', async () => {
		const channel = {} as never;
		const checkedAt = performance.now();
		const [first, second] = await Promise.all([
			creating(channel, { checkedAt }),
			creating(channel, { checkedAt }),
		]);
		expect([first.created, second.created]).toEqual([1, 0]);
		expect(second.result).toEqual({ object: invoice(), alreadyExisted: true });
	});

	it('does not use what was made before it was looked for', async () => {
		const channel = {} as never;
		await creating(channel);
		await pass(1);
		expect((await creating(channel, { checkedAt: performance.now() })).created).toBe(1);
		expect((await creating(channel, later())).created).toBe(0);
	});

	it('uses what an earlier try has made that is not found any more', async () => {
		const channel = {} as never;
		const begunAt = performance.now();
		await creating(channel);
		await pass(1);
		const now = { checkedAt: performance.now(), begunAt };
		expect((await creating(channel, now)).created).toBe(0);
	});

	it('what is found is newer than what an earlier try has made', async () => {
		const channel = {} as never;
		const begunAt = performance.now();
		await creating(channel, { ifExists: 'update' });
		await pass(1);
		const existing = invoice({ amount: '13.00' });
		const now = { checkedAt: performance.now(), begunAt, existing, ifExists: 'update' as const };
		expect((await creating(channel, now)).result).toMatchObject({ object: { amount: '13.00' } });
	});

	it.each([undefined, invoice()])(
		'does nothing while an earlier try is in doubt',
		async (existing) => {
			const channel = {} as never;
			const begunAt = performance.now();
			await creating(channel, {}, new Failure('Lost', 'Look.', undefined, true));
			await pass(1);
			const now = { checkedAt: performance.now(), begunAt, existing, ifExists: 'update' as const };
			expect(await creating(channel, now)).toMatchObject({
				error: {
					message: expect.stringContaining('whether that was carried out is unknown') as string,
				},
				created: 0,
				changed: 0,
			});
		},
	);

	it('changes what was made meanwhile', async () => {
		const channel = {} as never;
		await creating(channel, { ifExists: 'update' });
		expect(await creating(channel, later({ ifExists: 'update' }))).toMatchObject({
			created: 0,
			changed: 1,
		});
	});

	it('refuses what was made meanwhile where that is asked for, or differs', async () => {
		const channel = {} as never;
		await creating(channel);
		expect((await creating(channel, later({ ifExists: 'refuse' }))).error).toMatchObject({
			message: 'Invoice Number "F-1" exists already, as inv_1',
			description: expect.stringMatching(
				/leave this item out\. Nothing was sent for this item\.$/,
			) as string,
		});
		expect((await creating(channel, later({ agreeing: { dueAt: 'x' } }))).error).toMatchObject({
			message:
				'Invoice Number "F-1" is in the portal already, with other values: Due Date is 2026-12-31 there and x here',
		});
	});

	it('keeps to the customer that another item has made under one of its keys', async () => {
		const channel = {} as never;
		const update = (own: Partial<Creation>): Partial<Creation> =>
			later({ ifExists: 'update', agreeing: {}, ...own });
		const keys = [{ customerId: 'cst_9' }, { invoiceNumber: 'F-1' }];
		await creating(channel, update({ keys }), invoice({ customerId: null }));
		expect(
			await creating(channel, update({ keys: [{ customerId: 'cst_9' }, { invoiceNumber: 'x' }] })),
		).toMatchObject({ created: 0, changed: 1, result: { object: { id: 'inv_1' } } });
		expect(await creating(channel, update({}))).toMatchObject({ created: 0, changed: 1 });
	});

	it('changes nothing where its keys lead to two by now, or to one with another key', async () => {
		const channel = {} as never;
		const update = (own: Partial<Creation>): Partial<Creation> =>
			later({ ifExists: 'update', agreeing: {}, ...own });
		await creating(channel, update({ keys: [{ customerId: 'cst_9' }] }), invoice({ id: 'inv_9' }));
		const keys = [{ customerId: 'cst_9' }, { invoiceNumber: 'F-1' }];
		await creating(channel, update({}), invoice({ customerId: 'cst_8' }));
		const two = await creating(channel, update({ keys }));
		expect(two).toMatchObject({ created: 0, changed: 0 });
		expect(two.error).toMatchObject({
			message:
				'customerId "cst_9" leads to two invoices since others made or changed them: inv_1 (F-1 · € 12.00) and inv_9 (F-1 · € 12.00)',
		});
		const other = [{ customerId: 'cst_7' }, { invoiceNumber: 'F-1' }];
		const contradicted = await creating(channel, update({ keys: other }));
		expect(contradicted).toMatchObject({ created: 0, changed: 0 });
		expect(contradicted.error).toMatchObject({
			message: expect.stringContaining(
				'"cst_7" is of no invoice, and the one with Invoice Number "F-1" has another, "cst_8"',
			) as string,
		});
		const existing = invoice({ id: 'inv_7' });
		const elsewhere = await creating(channel, update({ existing }));
		expect(elsewhere).toMatchObject({ created: 0, changed: 0 });
	});

	it('creates nothing while it is unknown whether it was made', async () => {
		const channel = {} as never;
		const doubt = new Failure('Unknown', 'Look.', 500, true);
		expect((await creating(channel, {}, doubt)).error).toBe(doubt);
		expect((await creating(channel, later())).error).toMatchObject({
			message:
				'Another item creates or changes the same invoice, and whether that was carried out is unknown',
			description: 'Nothing was sent for this item. Look.',
			status: 500,
		});
		const refused = {} as never;
		await creating(refused, {}, new Failure('No', 'Mend it.'));
		expect((await creating(refused, later())).created).toBe(1);
	});
});

describe('taking turns', () => {
	const working = (log: string[], name: string, milliseconds: number) => async () => {
		log.push(`${name} begins`);
		await new Promise((resolve) => setTimeout(resolve, milliseconds));
		log.push(`${name} ends`);
		return { object: { id: name } };
	};

	it('on the same object, one after another, and each knows what came of the one before', async () => {
		const channel = {} as Channel;
		const log: string[] = [];
		const seen: unknown[] = [];
		const take = async (name: string, ...of: string[]) =>
			await inTurn(channel, of, new Stop(), async (lasts) => {
				const [last] = lasts;
				seen.push(last && 'object' in last ? last.object.id : last);
				return await working(log, name, 100)();
			});
		await inFakeTime(Promise.all([take('a', 'x'), take('b', 'x'), take('c', 'y')]));
		expect(log).toEqual(['a begins', 'c begins', 'a ends', 'c ends', 'b begins', 'b ends']);
		expect(seen).toEqual([undefined, undefined, 'a']);
		expect(
			await inFakeTime(inTurn({} as Channel, ['x'], new Stop(), working([], 'd', 0))),
		).toMatchObject({ result: { object: { id: 'd' } } });
	});

	it('in several lines at once, without waiting for each other', async () => {
		const channel = {} as Channel;
		const log: string[] = [];
		const seen: number[] = [];
		const take = async (name: string, ...of: string[]) =>
			await inTurn(channel, of, new Stop(), async (lasts) => {
				seen.push(lasts.length);
				return await working(log, name, 100)();
			});
		await inFakeTime(
			Promise.all([
				take('a', 'x', 'y'),
				take('b', 'y', 'x'),
				take('c', 'z'),
				take('d', 'z', 'x', 'z'),
			]),
		);
		expect(log.filter((line) => line.endsWith('ends'))).toEqual([
			'a ends',
			'c ends',
			'b ends',
			'd ends',
		]);
		expect(seen).toEqual([0, 0, 2, 2]);
	});

	it('not after a stop, and whoever comes behind goes on', async () => {
		const channel = {} as Channel;
		const log: string[] = [];
		const stop = new Stop();
		const first = inFakeTime(inTurn(channel, ['x'], new Stop(), working(log, 'a', 1000)));
		const second = inFakeTime(inTurn(channel, ['x'], stop, working(log, 'b', 1000)));
		const third = inFakeTime(inTurn(channel, ['x'], new Stop(), working(log, 'c', 1000)));
		await pass(100);
		stop.now(new Error('enough'));
		expect(await second).toMatchObject({ error: new Error('enough'), took: 100 });
		await Promise.all([first, third]);
		expect(log).toEqual(['a begins', 'a ends', 'c begins', 'c ends']);
	});

	it('forgets lines in which nobody stands when there are 10,000', async () => {
		const channel = {} as Channel;
		const at = async (name: string) => {
			let seen: unknown;
			await inTurn(channel, [name], new Stop(), async ([last]) => {
				seen = last;
				return await Promise.resolve({ object: { id: name } });
			});
			return seen;
		};
		await at('0');
		await pass(1);
		expect(await at('0')).toBeDefined();
		await pass(1);
		const busy = inTurn(channel, ['busy'], new Stop(), working([], 'busy', 60_000));
		for (let count = 1; count < 9999; count++) void at(String(count));
		await pass(1);
		expect(await at('0')).toBeDefined();
		await pass(1);
		await at('one more');
		expect(await at('0')).toBeUndefined();
		const behind = inFakeTime(
			inTurn(
				channel,
				['busy'],
				new Stop(),
				async ([last]) => await Promise.resolve({ object: { last } as never }),
			),
		);
		expect((await behind).result).toMatchObject({ object: { last: { object: { id: 'busy' } } } });
		await busy;
	});
});
