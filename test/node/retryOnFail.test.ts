import './fastClock';
import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	by,
	CUSTOMER,
	customerOf,
	INVOICE,
	invoiceItems,
	trace,
	usePortal,
	writesOf,
} from './portalFixture';

const fixture = usePortal();
const REFUSED = {
	method: 'POST',
	kind: 'status',
	status: 422,
	body: { message: 'Not allowed.' },
} as const;
const TWO_TRIES = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
const STOP: Partial<INode> = TWO_TRIES;
const CONTINUE: Partial<INode> = { ...TWO_TRIES, onError: 'continueRegularOutput' };
const MODES = [
	['Stop', STOP],
	['Continue', CONTINUE],
] as const;
const CHOICES = ['createAnother', 'useExisting', 'refuse'];

const numbers = (): string[] =>
	fixture.portal.state.invoices.map(({ invoiceNumber }) => String(invoiceNumber)).sort();
const refusals = (items: INodeExecutionData[]) => items.map(({ json }) => json.error);
/** Requests that look something up. */
const lookUps = () => trace(fixture).filter((line) => line.startsWith('GET'));

describe.each(CHOICES)('with If It Exists: %s', (ifExists) => {
	const alreadyExisted = ifExists === 'createAnother' ? undefined : false;

	it.each([
		// n8n tries again with Continue when the first item has failed.
		['Stop', STOP, 1],
		['Continue', CONTINUE, 0],
	] as const)(
		'what an earlier try made comes out as it did, with On Error: %s',
		async (_name, settings, skip) => {
			fixture.portal.misbehave({ ...REFUSED, skip });
			const { items, error } = await fixture.run({
				parameters: { ...INVOICE, ifExists },
				items: invoiceItems(4),
				settings,
			});
			expect(error).toBeUndefined();
			expect(refusals(items)).toEqual(Array(4).fill(undefined));
			expect(items.map(({ json }) => [json.invoiceNumber, json.alreadyExisted])).toEqual(
				[0, 1, 2, 3].map((index) => [`2026-${index}`, alreadyExisted]),
			);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2, 3].map((item) => ({ item })),
			);
			expect(numbers()).toEqual(['2026-0', '2026-1', '2026-2', '2026-3']);
			expect(writesOf(fixture)).toHaveLength(5);
		},
	);

	it.each(MODES)('so do rows of one invoice, with On Error: %s', async (name, settings) => {
		fixture.portal.misbehave({ ...REFUSED, skip: name === 'Stop' ? 1 : 0 });
		const { items, error } = await fixture.run({
			parameters: {
				...INVOICE,
				operation: 'createManual',
				specifyLines: 'rows',
				lines: {
					line: [{ description: '={{ $itemIndex }}', amountExclVat: '1', vatRate: 21 }],
				},
				ifExists,
			},
			items: ['1', '2', '1', '2'].map((number) => ({ json: { number } })),
			settings,
		});
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{ json: { invoiceNumber: '1' }, pairedItem: [{ item: 0 }, { item: 2 }] },
			{ json: { invoiceNumber: '2' }, pairedItem: [{ item: 1 }, { item: 3 }] },
		]);
		expect(items.map(({ json }) => json.alreadyExisted)).toEqual([alreadyExisted, alreadyExisted]);
		expect(numbers()).toEqual(['1', '2']);
		expect(writesOf(fixture)).toHaveLength(3);
	});

	it('a try that fails tells of what the one before made', async () => {
		fixture.portal.misbehave({ ...REFUSED, skip: 1, times: Infinity });
		const { error } = await fixture.run({
			parameters: { ...INVOICE, ifExists },
			items: invoiceItems(4),
			settings: STOP,
		});
		expect(error?.message).toContain('Not allowed');
		expect(error?.description).toContain('1 of 4 invoices is in the portal; do not send it again.');
		expect(error?.description).toContain('In the portal: 2026-0 (item 0)');
	});

	it('what is in doubt stays so, and nothing more is asked', async () => {
		const run = async (settings: Partial<INode>) => {
			fixture.portal.reset();
			const misbehaviour = { times: Infinity, kind: 'status', status: 500 } as const;
			fixture.portal.misbehave({
				method: 'POST',
				skip: 1,
				kind: 'loseAnswer',
				// What became of it cannot be looked up.
				onArrival: () => fixture.portal.misbehave({ method: 'GET', ...misbehaviour }),
			});
			const { error } = await fixture.run({
				parameters: { ...INVOICE, ifExists },
				items: invoiceItems(30),
				settings,
			});
			expect(error?.message).toContain('Whether the request was carried out is unknown');
			expect(error?.description).toMatch(/May be in the portal, [^<]*: 2026-1 \(item 1\)/);
			expect(error?.description).toContain('Not sent: ');
			expect(error?.description).toContain('In the portal: 2026-0');
			return lookUps().length;
		};
		const inOneTry = await run({});
		expect(await run(STOP)).toBe(inOneTry);
	}, 60_000);
});

it.each(MODES)(
	'refuses what existed before the run at each try, with %s',
	async (name, settings) => {
		await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		const { items, error } = await fixture.run({
			parameters: { ...INVOICE, ifExists: 'refuse' },
			items: invoiceItems(3),
			settings,
		});
		const refused = /^Invoice Number "2026-0" exists already, as inv_/;
		if (name === 'Stop') {
			expect(error?.message).toMatch(refused);
			expect(numbers()).toEqual(['2026-0']);
			return;
		}
		expect(items.map(({ json }) => json.error ?? json.alreadyExisted)).toEqual([
			expect.stringMatching(refused),
			false,
			false,
		]);
		expect(numbers()).toEqual(['2026-0', '2026-1', '2026-2']);
	},
);

it('refuses a twin at each try', async () => {
	fixture.portal.misbehave({ ...REFUSED, times: 1 });
	const items = ['1', '2', '2'].map((number, index) => ({
		...invoiceItems(3)[index],
		json: { number },
	}));
	const { items: output } = await fixture.run({
		parameters: { ...INVOICE, ifExists: 'refuse' },
		items,
		settings: CONTINUE,
	});
	expect(output.map(({ json }) => json.error ?? json.alreadyExisted)).toEqual([
		false,
		false,
		expect.stringContaining('Invoice Number "2" exists already'),
	]);
	expect(numbers()).toEqual(['1', '2']);
});

it.each(MODES)(
	'does not look up again whom it found for what was carried out, with On Error: %s',
	async (name, settings) => {
		const [first, second] = [customerOf(fixture, 0), customerOf(fixture, 1)];
		const run = async (items: INodeExecutionData[], own: Partial<INode>) =>
			await fixture.run({
				parameters: { ...INVOICE, customerId: by('email', '={{ $json.email }}') },
				items,
				settings: own,
			});
		const items = [first, second].map(({ primaryEmail: email }, index) => {
			const [item] = invoiceItems(1);
			return { ...item, json: { email, number: String(index) } };
		});
		fixture.portal.misbehave({ ...REFUSED, skip: name === 'Stop' ? 1 : 0 });
		const made = await run(name === 'Stop' ? items : items.reverse(), settings);
		expect(made.error).toBeUndefined();
		expect(refusals(made.items)).toEqual([undefined, undefined]);
		expect(numbers()).toEqual(['0', '1']);
		expect(lookUps().join('\n')).not.toContain(first.id);
	},
);

describe('Create or Update', () => {
	const UPSERT: INodeParameters = {
		...CUSTOMER,
		operation: 'upsert',
		city: '={{ $json.city }}',
		primaryEmail: '={{ $json.email }}',
	};
	const BY_BOOKKEEPING = { matchBy: 'integrationId', integrationId: '={{ $json.number }}' };
	const of = (email: string, city: string, number = ''): INodeExecutionData => ({
		json: { email, city, number },
	});
	const bakers = (): IDataObject[] =>
		fixture.portal.state.customers
			.filter(({ companyName }) => companyName === CUSTOMER.companyName)
			.map(({ primaryEmail, city }) => ({ primaryEmail, city }));

	it.each(MODES)('does again only what failed, with On Error: %s', async (name, settings) => {
		fixture.portal.misbehave({ ...REFUSED, skip: name === 'Stop' ? 1 : 0 });
		const { items, error } = await fixture.run({
			parameters: UPSERT,
			items: [of('a@zon.example', 'A'), of('b@zon.example', 'B')],
			settings,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.alreadyExisted)).toEqual([false, false]);
		expect(bakers()).toHaveLength(2);
		expect(writesOf(fixture)).toHaveLength(3);
		expect(lookUps().filter((line) => line.startsWith('GET /customers/'))).toEqual([]);
	});

	it('changes whom an earlier try made, for another item with the same ID', async () => {
		fixture.portal.misbehave({ ...REFUSED, method: 'PATCH' });
		const { items, error } = await fixture.run({
			parameters: { ...UPSERT, ...BY_BOOKKEEPING },
			items: [of('a@zon.example', 'A', '77'), of('b@zon.example', 'B', '77')],
			settings: STOP,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.alreadyExisted)).toEqual([false, true]);
		expect(bakers()).toEqual([{ primaryEmail: 'b@zon.example', city: 'B' }]);
	});

	it('refuses another ID with the same address at each try', async () => {
		fixture.portal.misbehave(REFUSED);
		const { items } = await fixture.run({
			parameters: { ...UPSERT, ...BY_BOOKKEEPING },
			items: [
				of('c@zon.example', 'C', '76'),
				of('a@zon.example', 'A', '77'),
				of('a@zon.example', 'B', '78'),
			],
			settings: CONTINUE,
		});
		expect(items.map(({ json }) => json.error ?? json.alreadyExisted)).toEqual([
			false,
			false,
			expect.stringContaining('is in item 1 of this run already, with another Bookkeeping ID'),
		]);
		expect(bakers().map(({ city }) => city)).toEqual(['A', 'C']);
	});
});
