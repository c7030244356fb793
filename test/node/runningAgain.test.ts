import './fastClock';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	byId,
	CUSTOMER,
	CUSTOMER_ID,
	INVOICE,
	invoiceItems,
	itemWithFile,
	LINES,
	OFFER,
	pdf,
	type PortalFixture,
	trace,
	usePortal,
} from './portalFixture';

/** A create that knows what it would create, and where the portal keeps that. */
interface Create {
	name: string;
	parameters: INodeParameters;
	list:
		| 'invoices'
		| 'offers'
		| 'customers'
		| 'customerGroups'
		| 'punchCards'
		| 'subscriptionPackages'
		| 'webhooks';
	/** The key as the canvas names it, and as a message quotes it. */
	key: [string, string];
	/** Parameters that make it another one than is meant, and what the message says of them. */
	another?: [INodeParameters, string];
}

const lines = { specifyLines: 'fields', lines: LINES };
const CREATES: Create[] = [
	{
		name: 'invoice with PDF',
		parameters: { ...INVOICE, invoiceNumber: '2026-7' },
		list: 'invoices',
		key: ['Invoice Number', '2026-7'],
		another: [{ amount: '99' }, 'is 12.95 there and 99.00 here'],
	},
	{
		name: 'invoice from lines',
		parameters: {
			...INVOICE,
			operation: 'createManual',
			invoiceNumber: '2026-7',
			...lines,
		},
		list: 'invoices',
		key: ['Invoice Number', '2026-7'],
		another: [{ issuedAt: '2026-11-22' }, 'Invoice Date is 2026-11-21 there and 2026-11-22 here'],
	},
	{
		name: 'offer with PDF',
		parameters: { ...OFFER, offerNumber: 'O-7' },
		list: 'offers',
		key: ['Offer Number', 'O-7'],
		another: [{ issuedAt: '2026-11-22' }, 'Offer Date is 2026-11-21 there and 2026-11-22 here'],
	},
	{
		name: 'offer from lines',
		parameters: { ...OFFER, operation: 'createManual', offerNumber: 'O-7', ...lines },
		list: 'offers',
		key: ['Offer Number', 'O-7'],
		another: [{ issuedAt: '2026-11-22' }, 'Offer Date is 2026-11-21 there and 2026-11-22 here'],
	},
	{
		name: 'customer',
		parameters: CUSTOMER,
		list: 'customers',
		key: ['Primary Email', 'info@zon.example'],
	},
	{
		name: 'customer group',
		parameters: { resource: 'customerGroup', operation: 'create', name: 'Bakkers' },
		list: 'customerGroups',
		key: ['Name', 'Bakkers'],
	},
	{
		name: 'punch card',
		parameters: {
			resource: 'punchCard',
			operation: 'create',
			name: 'Broodkaart',
			punches: 10,
			punchLabel: 'broden',
		},
		list: 'punchCards',
		key: ['Name', 'Broodkaart'],
		another: [{ punches: 20 }, 'Punches is 10 there and 20 here'],
	},
	{
		name: 'subscription package',
		parameters: {
			resource: 'subscriptionPackage',
			operation: 'create',
			name: 'Broodabonnement',
			interval: '1 month',
			amount: '25',
			vatRate: 9,
		},
		list: 'subscriptionPackages',
		key: ['Name', 'Broodabonnement'],
		another: [{ interval: '1 year' }, 'Interval is 1 month there and 1 year here'],
	},
	{
		name: 'webhook',
		parameters: {
			resource: 'webhook',
			operation: 'create',
			url: 'http://127.0.0.1:9/hook',
			type: 'invoice-paid',
		},
		list: 'webhooks',
		key: ['URL', 'http://127.0.0.1:9/hook'],
	},
];

const file = (): INodeExecutionData[] => [itemWithFile(pdf())];

/** How many the portal holds of what the operation creates. */
function countOf({ portal }: PortalFixture, list: Create['list']): number {
	return portal.state[list].length;
}

const writes = (fixture: PortalFixture): string[] =>
	trace(fixture).filter((line) => !line.startsWith('GET'));

describe.each(['oldestFirst', 'newestFirst'] as const)('with lists that are %s', (listOrder) => {
	const fixture = usePortal({ listOrder });

	describe.each(CREATES)('$name', ({ parameters, list, key: [keyName, key], another }) => {
		const run = async (ifExists: string, changes: INodeParameters = {}, items = file()) =>
			await fixture.run({ parameters: { ...parameters, ifExists, ...changes }, items });

		it('is made again where another one is wanted', async () => {
			await run('createAnother');
			const before = countOf(fixture, list);
			fixture.portal.requests.length = 0;
			const { items, error } = await run('createAnother');
			expect(error).toBeUndefined();
			expect(countOf(fixture, list)).toBe(before + 1);
			expect(items[0]?.json).not.toHaveProperty('alreadyExisted');
			expect(fixture.portal.requests).toHaveLength(1);
		});

		it('comes out where it is there already, and is made where not', async () => {
			const first = await run('useExisting');
			const before = countOf(fixture, list);
			const again = await run('useExisting');
			expect([first.error, again.error]).toEqual([undefined, undefined]);
			expect(countOf(fixture, list)).toBe(before);
			expect(first.items[0]?.json).toMatchObject({ alreadyExisted: false });
			expect(again.items[0]?.json).toMatchObject({
				id: first.items[0]?.json.id,
				alreadyExisted: true,
			});
		});

		it('is refused with the ID of what is there', async () => {
			const first = await run('refuse');
			const before = countOf(fixture, list);
			fixture.portal.requests.length = 0;
			const { error } = await run('refuse');
			expect(first.error).toBeUndefined();
			expect(error?.message).toContain(
				`${keyName} "${key}" exists already, as ${String(first.items[0]?.json.id)}`,
			);
			expect(error?.description).toContain('Nothing was sent.');
			expect(writes(fixture)).toEqual([]);
			expect(countOf(fixture, list)).toBe(before);
		});

		it('is not done again by a retry', async () => {
			await run('createAnother');
			const before = countOf(fixture, list);
			const { items } = await fixture.run({ parameters, items: file(), mode: 'retry' });
			expect(countOf(fixture, list)).toBe(before);
			expect(items[0]?.json).toMatchObject({ alreadyExisted: true });
		});

		it('is made once for two items that say the same', async () => {
			const before = countOf(fixture, list);
			const { items, error } = await run('useExisting', {}, [...file(), ...file()]);
			expect(error).toBeUndefined();
			expect(countOf(fixture, list)).toBe(before + 1);
			expect(items.map(({ json }) => json.alreadyExisted)).toEqual([false, true]);
			expect(items[1]?.json.id).toBe(items[0]?.json.id);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		});

		it('is refused where two items say the same, with both of them', async () => {
			const { error } = await run('refuse', {}, [...file(), ...file()]);
			expect(error?.message).toContain(
				`${keyName} "${key}" exists already, in item 0 of this run [item 1]`,
			);
			expect(writes(fixture)).toEqual([]);
		});

		it('is made once by two runs at the same time', async () => {
			const before = countOf(fixture, list);
			const runs = await Promise.all([run('useExisting'), run('useExisting')]);
			expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
			expect(countOf(fixture, list)).toBe(before + 1);
		});

		if (another !== undefined) {
			it('is refused where it differs from what is there, with both values', async () => {
				await run('useExisting');
				const before = countOf(fixture, list);
				for (const mode of ['manual', 'retry'] as const) {
					const { error } = await fixture.run({
						parameters: { ...parameters, ifExists: 'useExisting', ...another[0] },
						items: file(),
						mode,
					});
					expect(error?.message).toContain(
						`${keyName} "${key}" is in the portal already, with other values: `,
					);
					expect(error?.message).toContain(another[1]);
				}
				expect(countOf(fixture, list)).toBe(before);
			});
		}
	});
});

describe('running again', () => {
	const fixture = usePortal();
	const items = (): INodeExecutionData[] => invoiceItems(20);

	it.each([
		['useExisting', 'manual'],
		['createAnother', 'retry'],
	] as const)(
		'with %s, started as %s, makes what was not made, and nothing twice',
		async (ifExists, mode) => {
			fixture.portal.misbehave({
				method: 'POST',
				path: /^\/customer-invoices$/,
				skip: 12,
				kind: 'status',
				status: 422,
			});
			const parameters = { ...INVOICE, ifExists };
			const first = await fixture.run({ parameters, items: items() });
			const stood = fixture.portal.state.invoices.length;
			expect(first.error).toBeDefined();
			expect(stood).toBeGreaterThan(0);
			expect(stood).toBeLessThan(20);
			const second = await fixture.run({ parameters, items: items(), mode });
			expect(second.error).toBeUndefined();
			const numbers = fixture.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber);
			expect(numbers).toHaveLength(20);
			expect(new Set(numbers).size).toBe(20);
			expect(second.items.map(({ json }) => json.alreadyExisted).filter(Boolean)).toHaveLength(
				stood,
			);
			expect(second.items.map(({ json }) => json.invoiceNumber)).toEqual(
				items().map(({ json }) => json.number),
			);
		},
	);

	it.each(['createAnother', 'useExisting', 'refuse'])(
		'a retry finishes what %s began',
		async (ifExists) => {
			fixture.portal.misbehave({
				method: 'POST',
				path: /^\/customer-invoices$/,
				skip: 3,
				kind: 'status',
				status: 422,
			});
			const parameters = { ...INVOICE, ifExists };
			await fixture.run({ parameters, items: items() });
			const stood = fixture.portal.state.invoices.length;
			expect(stood).toBeGreaterThan(0);
			for (const expected of [stood, 20]) {
				const retried = await fixture.run({ parameters, items: items(), mode: 'retry' });
				expect(retried.error).toBeUndefined();
				expect(retried.items.filter(({ json }) => json.alreadyExisted)).toHaveLength(expected);
			}
			expect(fixture.portal.state.invoices).toHaveLength(20);
		},
	);

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'with Refuse and On Error: %s only what exists fails',
		async (onError) => {
			const parameters = { ...INVOICE, ifExists: 'refuse' };
			const [made] = (await fixture.run({ parameters, items: invoiceItems(1) })).items;
			const { items: output, errorItems } = await fixture.run({
				parameters,
				items: invoiceItems(3),
				settings: { onError },
			});
			const failed = onError === 'continueErrorOutput' ? errorItems : output.slice(0, 1);
			expect(failed.map(({ json }) => json.error)).toEqual([
				expect.stringContaining(
					`Invoice Number "2026-0" exists already, as ${String(made?.json.id)}`,
				),
			]);
			expect(
				output
					.filter(({ json }) => json.alreadyExisted === false)
					.map(({ json }) => json.invoiceNumber),
			).toEqual(['2026-1', '2026-2']);
			expect(fixture.portal.state.invoices).toHaveLength(3);
		},
	);

	it('a number of another customer is not taken for it', async () => {
		const other = fixture.portal.state.customers[1]?.id ?? '';
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const { items: made } = await fixture.run({
			parameters: { ...INVOICE, customerId: byId(other), ifExists: 'refuse' },
			items: invoiceItems(1),
		});
		expect(made[0]?.json).toMatchObject({ customerId: other, alreadyExisted: false });
	});

	it('a number that is there twice with the same values is refused, with both', async () => {
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const { error } = await fixture.run({
			parameters: { ...INVOICE, ifExists: 'useExisting' },
			items: invoiceItems(1),
		});
		expect(error?.message).toContain('Invoice Number "2026-0" is in the portal 2 times: ');
		for (const { id } of fixture.portal.state.invoices) expect(error?.message).toContain(id);
	});

	it('of two with that number the one with the same values is meant', async () => {
		await fixture.run({ parameters: { ...INVOICE, amount: '1' }, items: invoiceItems(1) });
		const meant = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const { items: found } = await fixture.run({
			parameters: { ...INVOICE, ifExists: 'useExisting' },
			items: invoiceItems(1),
		});
		expect(found[0]?.json.id).toBe(meant.items[0]?.json.id);
	});

	it('twins that differ are refused with both items, before anything is sent', async () => {
		const [first, second] = invoiceItems(2);
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				invoiceNumber: '7',
				amount: '={{ $json.amount }}',
				ifExists: 'useExisting',
			},
			items: [
				{ ...first, json: { amount: '1' } },
				{ ...second, json: { amount: '2' } },
			],
		});
		expect(error?.message).toContain('"7" is in item 0 of this run already, with other values: ');
		expect(error?.message).toContain('is 1.00 there and 2.00 here');
		expect(writes(fixture)).toEqual([]);
	});

	it('a twin of one that the API refuses is tried by itself with On Error: Continue', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: /^\/customer-invoices$/,
			kind: 'status',
			status: 422,
		});
		const { items: made } = await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: '7', ifExists: 'useExisting' },
			items: invoiceItems(3),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(made.map(({ json }) => json.alreadyExisted)).toEqual([undefined, false, true]);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});

	it('a twin of one that the API refuses is not sent with On Error: Stop', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: /^\/customer-invoices$/,
			kind: 'status',
			status: 422,
		});
		const { error } = await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: '7', ifExists: 'useExisting' },
			items: invoiceItems(3),
		});
		expect(error).toBeDefined();
		expect(fixture.portal.state.invoices).toEqual([]);
		expect(writes(fixture)).toHaveLength(1);
	});

	it('a twin of one whose answer gets lost waits for what becomes of it', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: /^\/customer-invoices$/,
			kind: 'loseAnswer',
		});
		const { items: made, error } = await fixture.run({
			parameters: { ...INVOICE, invoiceNumber: '7', ifExists: 'useExisting' },
			items: invoiceItems(2),
		});
		expect(error).toBeUndefined();
		expect(made.map(({ json }) => json.alreadyExisted)).toEqual([false, true]);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});

	it.each([
		['useExisting', 'manual', true],
		['refuse', 'manual', true],
		['createAnother', 'retry', false],
		['useExisting', 'retry', false],
	] as const)(
		'a token that may not read the list is told so with %s (%s), and nothing is sent',
		async (ifExists, mode, mayCreateAnother) => {
			fixture.portal.misbehave({
				method: 'GET',
				path: /^\/customer-invoices$/,
				times: Infinity,
				kind: 'status',
				status: 403,
				body: { message: 'Missing scope.' },
			});
			const { error } = await fixture.run({
				parameters: { ...INVOICE, ifExists },
				items: invoiceItems(3),
				mode,
			});
			expect(error?.message).toContain(
				'Whether the invoice exists cannot be looked up: Missing scope',
			);
			expect(error?.description).toContain('invoices.read');
			expect(error?.description).toContain('Nothing was sent.');
			expect(error?.description?.includes('Create Another One')).toBe(mayCreateAnother);
			expect(writes(fixture)).toEqual([]);
		},
	);

	it.each([
		['another', 'If It Exists is not one of the possible values: "another"'],
		['', 'If It Exists is not one of the possible values: ""'],
	])('refuses the choice %j of an expression', async (choice, message) => {
		const { error } = await fixture.run({
			parameters: { ...INVOICE, ifExists: `={{ ${JSON.stringify(choice)} }}` },
			items: invoiceItems(1),
		});
		expect(error?.message).toContain(message);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('looks with the ID of a customer that is named by its e-mail address', async () => {
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const address = fixture.portal.state.customers.find(({ id }) => id === CUSTOMER_ID);
		const { items: found } = await fixture.run({
			parameters: {
				...INVOICE,
				customerId: { __rl: true, mode: 'email', value: address?.primaryEmail ?? '' },
				ifExists: 'useExisting',
			},
			items: invoiceItems(1),
		});
		expect(found[0]?.json).toMatchObject({ alreadyExisted: true });
	});
});

describe.each(['Europe/Amsterdam', 'Pacific/Auckland', 'America/Los_Angeles'])(
	'dates that are compared in %s',
	(timezone) => {
		const fixture = usePortal();
		const run = async (parameters: INodeParameters) =>
			await fixture.run({
				parameters: { ...parameters, ifExists: 'useExisting' },
				items: file(),
				timezone,
			});
		const invoice = { ...INVOICE, invoiceNumber: '7' };
		const invoiceUntil = (dueAt: string): INodeParameters => ({
			...invoice,
			additionalFields: { dueAt },
		});
		const offerUntil = (expiresAt: string): INodeParameters => ({ ...OFFER, expiresAt });
		const offerFromLinesUntil = (expiresAt: string): INodeParameters => ({
			...OFFER,
			operation: 'createManual',
			...lines,
			expiresAt,
		});

		it.each([
			['Due Date of an invoice', invoiceUntil],
			['Valid Until of an offer', offerUntil],
			['Valid Until of an offer from lines', offerFromLinesUntil],
		])('%s', async (name, until) => {
			const first = await run(until('2026-12-31'));
			expect(first.error).toBeUndefined();
			const sameDays = [
				'2026-12-31',
				'31-12-2026',
				'2026-12-31 23:30:00',
				`={{ DateTime.fromISO("2026-12-31T00:30:00", { zone: "${timezone}" }) }}`,
				`={{ DateTime.fromISO("2026-12-31T23:30:00", { zone: "${timezone}" }).toUTC().toISO() }}`,
			];
			for (const same of sameDays) {
				const { items, error } = await run(until(same));
				expect(error).toBeUndefined();
				expect(items[0]?.json).toMatchObject({
					id: first.items[0]?.json.id,
					alreadyExisted: true,
				});
			}
			const { error } = await run(until('2027-01-01'));
			expect(error?.message).toContain(
				`is in the portal already, with other values: ${name.split(' of ')[0]} is 2026-12-31 there and 2027-01-01 here`,
			);
			expect(error?.description).toContain('Nothing was sent.');
			expect(writes(fixture)).toHaveLength(1);
		});

		it('a due date that the item does not give is not compared', async () => {
			const first = await run(invoiceUntil('2026-12-31'));
			for (const parameters of [
				invoice,
				invoiceUntil(''),
				{ ...invoice, operation: 'createManual', ...lines },
			]) {
				const { items, error } = await run(parameters);
				expect(error).toBeUndefined();
				expect(items[0]?.json.id).toBe(first.items[0]?.json.id);
			}
		});

		it('a due date that only the item gives differs', async () => {
			await run(invoice);
			const { error } = await run(invoiceUntil('2026-12-31'));
			expect(error?.message).toContain('Due Date is empty there and 2026-12-31 here');
			expect(writes(fixture)).toHaveLength(1);
		});

		it('a portal that shows moments is understood', async () => {
			await run(invoiceUntil('2026-12-31'));
			await run(offerUntil('2026-12-31'));
			for (const each of fixture.portal.state.invoices) each.dueAt = '2026-12-31T00:00:00+01:00';
			for (const each of fixture.portal.state.offers) {
				each.expiresAt = '2026-12-31T23:59:59+01:00';
			}
			for (const until of [invoiceUntil, offerUntil]) {
				const { items, error } = await run(until('2026-12-31'));
				expect(error).toBeUndefined();
				expect(items[0]?.json.alreadyExisted).toBe(true);
				expect((await run(until('2027-01-01'))).error).toBeDefined();
			}
			fixture.portal.contractViolations.length = 0;
		});
	},
);

describe('other ways to write the same', () => {
	const fixture = usePortal();

	it('an address whose path differs in case is another webhook', async () => {
		const run = async (...addresses: string[]) =>
			await fixture.run({
				parameters: {
					resource: 'webhook',
					operation: 'create',
					type: 'invoice-paid',
					url: '={{ $json.url }}',
					ifExists: 'useExisting',
				},
				items: addresses.map((url) => ({ json: { url } })),
			});
		const first = await run('http://127.0.0.1:9/hook/Abc', 'http://127.0.0.1:9/hook/aBC');
		expect(first.items.map(({ json }) => json.alreadyExisted)).toEqual([false, false]);
		const second = await run('HTTP://127.0.0.1:9/hook/aBC', 'http://127.0.0.1:9/hook/abc');
		expect(second.items.map(({ json }) => json.alreadyExisted)).toEqual([true, false]);
		expect(second.items[0]?.json.id).toBe(first.items[1]?.json.id);
	});

	it('letters that are composed of several characters are the same', async () => {
		const name = 'Vrienden van Caf\u00e9 Zon';
		const run = async (...names: string[]) =>
			await fixture.run({
				parameters: {
					resource: 'customerGroup',
					operation: 'create',
					name: '={{ $json.name }}',
					ifExists: 'useExisting',
				},
				items: names.map((each) => ({ json: { name: each } })),
			});
		const made = await run(name, name.normalize('NFD'));
		expect(made.items.map(({ json }) => json.alreadyExisted)).toEqual([false, true]);
		const again = await run(name.normalize('NFD'));
		expect(again.items.map(({ json }) => json.alreadyExisted)).toEqual([true]);
	});
});

describe('a list that is too long', () => {
	let page = 0;
	const fixture = usePortal({
		alterAnswer: ({ body }) => {
			const copy = structuredClone(body) as { data?: object[]; next_page_url?: string };
			if (!Array.isArray(copy.data)) return copy;
			page++;
			copy.data = Array.from({ length: 3000 }, (_, index) => ({
				id: `x${page}-${index}`,
				invoiceNumber: 'other',
				customerId: 'cst_other',
				primaryEmail: `x${page}-${index}@x.example`,
			}));
			copy.next_page_url = `${fixture.portal.apiUrl}/customer-invoices?page=${page + 1}`;
			return copy;
		},
	});
	const LOOK =
		'Look in the portal which invoices are there, and run the workflow with the items of the others only, with Create Another One under If It Exists. Nothing was sent.';

	it.each([
		[{ ...INVOICE, ifExists: 'useExisting' }, 'manual', LOOK],
		[INVOICE, 'retry', `Retry always looks. ${LOOK}`],
		[
			{ ...CUSTOMER, operation: 'upsert', matchBy: 'email' },
			'manual',
			'Use Update with By ID for a customer that is in the portal, and Create for one that is not. Nothing was sent.',
		],
	] as const)('says how to go on without it (%#)', async (parameters, mode, remedy) => {
		const { error } = await fixture.run({ parameters, items: invoiceItems(1), mode });
		expect(error?.message).toContain('There are more than 20000');
		expect(error?.description).toBe(remedy);
		expect(writes(fixture)).toEqual([]);
		fixture.portal.contractViolations.length = 0;
	});
});
