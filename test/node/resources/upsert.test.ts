import '../fastClock';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { RunInput } from '../engine';
import { trace, usePortal } from '../portalFixture';

const fixture = usePortal();

const BAKER = {
	companyName: 'Bakkerij Zon',
	address: 'Dorpsstraat 1',
	zipCode: '1234AB',
	city: 'Zonstad',
	primaryEmail: 'info@zon.example',
};
const UPSERT: INodeParameters = {
	resource: 'customer',
	operation: 'upsert',
	...Object.fromEntries(Object.keys(BAKER).map((name) => [name, `={{ $json.${name} }}`])),
};

const item = (changes: IDataObject = {}): INodeExecutionData => ({
	json: { ...BAKER, ...changes },
});
const writes = () => trace(fixture).filter((line) => !line.startsWith('GET'));
const bakers = () =>
	fixture.portal.state.customers.filter(({ companyName }) => /^Bakkerij Zo/.test(companyName));

async function upsert(items: INodeExecutionData[], changes: INodeParameters = {}) {
	return await fixture.run({ parameters: { ...UPSERT, ...changes }, items });
}

describe('Create or Update', () => {
	it('adds who is not there, leaves alone who is the same, and changes what differs', async () => {
		const first = await upsert([item()]);
		const same = await upsert([item()]);
		const moved = await upsert([item({ city: 'Maanstad' })]);
		expect([first, same, moved].map(({ error }) => error)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		const [baker] = bakers();
		expect(bakers()).toHaveLength(1);
		expect(writes()).toEqual(['POST /customers 201', `PATCH /customers/${baker?.id} 200`]);
		expect(fixture.portal.requests.at(-1)?.body).toEqual({ city: 'Maanstad' });
		expect(
			[first, same, moved].map(({ items: [out] }) => [out?.json.city, out?.json.alreadyExisted]),
		).toEqual([
			['Zonstad', false],
			['Zonstad', true],
			['Maanstad', true],
		]);
	});

	it('gives a new customer its country, and sends no field that only finds it', async () => {
		await upsert([item()], {
			matchBy: 'integrationId',
			integrationId: '10042',
			additionalFields: { countryCode: 'be' },
		});
		expect(fixture.portal.requests.at(-1)?.body).toEqual({ ...BAKER, countryCode: 'BE' });
	});

	it('finds by e-mail address in whatever case, and writes it as it is given', async () => {
		await upsert([item()]);
		await upsert([item({ primaryEmail: 'Info@Zon.example' })]);
		expect(bakers().map(({ primaryEmail }) => primaryEmail)).toEqual(['Info@Zon.example']);
	});

	it('finds by company name, and changes the e-mail address', async () => {
		await upsert([item()]);
		await upsert([item({ primaryEmail: 'nieuw@zon.example' })], { matchBy: 'companyName' });
		expect(bakers().map(({ primaryEmail }) => primaryEmail)).toEqual(['nieuw@zon.example']);
	});

	it('finds by bookkeeping ID, else by e-mail address, so that running again adds nobody', async () => {
		const byBookkeeping = { matchBy: 'integrationId', integrationId: '10042' };
		await upsert([item()], byBookkeeping);
		await upsert([item()], byBookkeeping);
		expect(bakers()).toHaveLength(1);
		Object.assign(bakers()[0] ?? {}, { integrationId: '10042', primaryEmail: 'oud@zon.example' });
		await upsert([item()], byBookkeeping);
		expect(bakers().map(({ primaryEmail }) => primaryEmail)).toEqual(['info@zon.example']);
	});

	it('adds one customer for items of one run that mean the same, the last one counts', async () => {
		const { items, error } = await upsert([
			item(),
			item({ city: 'Maanstad' }),
			item({ city: 'Sterstad' }),
		]);
		expect(error).toBeUndefined();
		expect(bakers().map(({ city }) => city)).toEqual(['Sterstad']);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('refuses an address that two customers share, and names both', async () => {
		const create = { ...UPSERT, operation: 'create' };
		await fixture.run({
			parameters: create,
			items: [item(), item({ companyName: 'Bakkerij Zout' })],
		});
		fixture.portal.requests.length = 0;
		const { error } = await upsert([item({ city: 'Maanstad' })]);
		expect(error?.message).toContain('Primary Email "info@zon.example" is in the portal 2 times: ');
		expect(bakers()).toHaveLength(2);
		for (const { id } of bakers()) expect(error?.message).toContain(id);
		expect(writes()).toEqual([]);
	});

	it.each(['loseAnswer', 'dropRequest'] as const)(
		'adds one and changes it once when %s happens to both',
		async (kind) => {
			fixture.portal.misbehave({ method: 'POST', path: /^\/customers$/, kind });
			fixture.portal.misbehave({ method: 'PATCH', path: /^\/customers/, kind });
			const first = await upsert([item()]);
			const second = await upsert([item({ city: 'Maanstad' })]);
			expect([first.error, second.error]).toEqual([undefined, undefined]);
			expect(bakers().map(({ city }) => city)).toEqual(['Maanstad']);
			expect(second.items[0]?.json).toMatchObject({ city: 'Maanstad', alreadyExisted: true });
		},
	);

	it('says which scope the list needs, and sends nothing', async () => {
		fixture.portal.misbehave({
			method: 'GET',
			path: /^\/customers$/,
			times: Infinity,
			kind: 'status',
			status: 403,
		});
		const { error } = await upsert([item()]);
		expect(error?.message).toContain('Whether the customer exists cannot be looked up');
		expect(error?.description).toContain('customers.read');
		expect(writes()).toEqual([]);
	});

	it('refuses an empty bookkeeping ID', async () => {
		const { error } = await upsert([item()], { matchBy: 'integrationId', integrationId: ' ' });
		expect(error?.message).toBe('Bookkeeping ID is empty [item 0]');
		expect(fixture.portal.requests).toEqual([]);
	});
});

describe('by bookkeeping ID', () => {
	const BY_BOOKKEEPING: INodeParameters = {
		matchBy: 'integrationId',
		integrationId: '={{ $json.number }}',
	};
	const of = (number: string, primaryEmail: string, changes: IDataObject = {}) =>
		item({ number, primaryEmail, ...changes });
	const run = async (items: INodeExecutionData[], settings: RunInput['settings'] = {}) =>
		await fixture.run({ parameters: { ...UPSERT, ...BY_BOOKKEEPING }, items, settings });
	const CONTINUE: RunInput['settings'] = { onError: 'continueRegularOutput' };
	/** A customer whom the portal has. */
	const stands = (changes: IDataObject) => {
		const found = fixture.portal.state.customers[5];
		if (found === undefined) throw new Error('The portal has no such customer');
		return Object.assign(found, changes);
	};

	it('a customer with the e-mail address and another ID is left alone, with both IDs', async () => {
		const before = { ...stands({ integrationId: '500', primaryEmail: 'five@zon.example' }) };
		const { error } = await run([of('501', 'Five@zon.example')]);
		expect(error?.message).toContain(
			'Bookkeeping ID "501" is of no customer, and the one with Primary Email "Five@zon.example" has another, "500": ' +
				before.id,
		);
		expect(error?.description).toContain('Correct Bookkeeping ID or Primary Email of this item');
		expect(error?.description).toContain('Nothing was sent.');
		expect(fixture.portal.state.customers[5]).toEqual(before);
		expect(writes()).toEqual([]);
	});

	it('a customer without e-mail address in the portal is found, and given the one of the item', async () => {
		const { id } = stands({ integrationId: '500', primaryEmail: null });
		const { items, error } = await run([of('500', 'five@zon.example'), of('501', 'x@zon.example')]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.alreadyExisted)).toEqual([true, false]);
		expect(items[0]?.json.id).toBe(id);
		expect(fixture.portal.state.customers[5]?.primaryEmail).toBe('five@zon.example');
		// The contract knows no customer without address.
		fixture.portal.contractViolations.length = 0;
	});

	describe.each([
		['On Error: Stop', {}],
		['On Error: Continue', CONTINUE],
	])('with %s', (_name, settings) => {
		it('items with the same ID are one customer, whatever their addresses; the last one counts', async () => {
			const items = [
				of('77', 'a@zon.example'),
				of('77', 'b@zon.example'),
				of('78', 'c@zon.example'),
			];
			for (let time = 0; time < 3; time++) {
				const { items: made, error } = await run(items, settings);
				expect(error).toBeUndefined();
				expect(made.map(({ json }) => json.error)).toEqual([undefined, undefined, undefined]);
				expect(made[0]?.json.id).toBe(made[1]?.json.id);
				expect(
					bakers()
						.map(({ primaryEmail }) => primaryEmail)
						.sort(),
				).toEqual(['b@zon.example', 'c@zon.example']);
			}
		});

		it('items with the same address and other IDs are refused, with both items', async () => {
			const { items: made, error } = await run(
				[of('78', 'c@zon.example'), of('79', 'C@zon.example')],
				settings,
			);
			const message = error?.message ?? String(made[1]?.json.error);
			expect(message).toContain(
				'Primary Email "C@zon.example" is in item 0 of this run already, with another Bookkeeping ID: "78" there and "79" here [item 1]',
			);
			expect(bakers()).toHaveLength(error === undefined ? 1 : 0);
		});

		it('items with the same ID that are two customers in the portal are refused, with both', async () => {
			const [first, second] = fixture.portal.state.customers;
			const items = [of('77', first?.primaryEmail ?? ''), of('77', second?.primaryEmail ?? '')];
			const { items: made, error } = await run(items, settings);
			const message = error?.message ?? String(made[1]?.json.error);
			expect(message).toContain(
				'Bookkeeping ID "77" is in item 0 of this run already, for another',
			);
			for (const each of [first, second]) expect(message).toContain(each?.id ?? 'nobody');
			expect(second?.companyName).not.toBe(BAKER.companyName);
		});
	});

	it('is one customer for two runs at the same time', async () => {
		const runs = await Promise.all([
			run([of('77', 'a@zon.example')]),
			run([of('77', 'b@zon.example')]),
			upsert([item({ primaryEmail: 'a@zon.example' })]),
		]);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(bakers().length).toBeLessThanOrEqual(2);
		expect(new Set(bakers().map(({ primaryEmail }) => primaryEmail)).size).toBe(bakers().length);
	});

	it('does not wait for an item of which the engine cannot evaluate an expression', async () => {
		const { items: made, error } = await fixture.run({
			parameters: {
				...UPSERT,
				...BY_BOOKKEEPING,
				city: '={{ $json.number === "2" ? $("Nowhere").first() : "Zonstad" }}',
			},
			items: [of('1', 'a@zon.example'), of('2', 'b@zon.example'), of('3', 'c@zon.example')],
			settings: CONTINUE,
		});
		// Older versions of n8n end the node with the error of such an item.
		if (error === undefined) {
			expect(
				made.map(({ json }) => json.alreadyExisted).filter((told) => told === false),
			).toHaveLength(2);
		}
	});
});
