import '../fastClock';
import { atom } from '../../../sandbox/values/moments';
import { byId, usePortal } from '../portalFixture';
import { testOperations, testRefusals } from './tables';

const fixture = usePortal();

const CREATE = {
	resource: 'paymentLink',
	operation: 'create',
	description: 'Contribution costs',
	amount: '12,95',
};

async function createLink(): Promise<string> {
	const { items } = await fixture.run({
		parameters: { ...CREATE, additionalFields: { reusable: true } },
	});
	fixture.portal.requests.length = 0;
	return String(items[0]?.json.id);
}

const onLink = (operation: string, id: string) => ({
	resource: 'paymentLink',
	operation,
	linkId: byId(id),
});

testOperations(fixture, [
	{
		name: 'Create sends all fields',
		given: () => ({ ...CREATE, additionalFields: { expiresAt: '31-12-2031', reusable: true } }),
		method: 'POST',
		path: '/payment-links',
		body: {
			description: 'Contribution costs',
			amount: '12.95',
			expiresAt: '2031-12-31',
			reusable: true,
		},
		output: [{ amount: '12.95', reusable: true, status: 'open' }],
	},
	{
		name: 'Get Many of an empty portal gives no items',
		given: () => ({ resource: 'paymentLink', operation: 'getAll' }),
		method: 'GET',
		path: '/payment-links',
		output: [],
	},
]);

it('Get, Get Payments and Close work on the link', async () => {
	const id = await createLink();
	fixture.portal.state.paymentLinkPayments.push({
		id: 'plp_1',
		paymentLinkId: id,
		amount: '12.95',
		status: 'paid',
		payersName: 'J. Jansen',
		integration: 'mollie',
		integrationId: 'tr_1',
		createdAt: '2026-01-01T12:00:00+01:00',
	});
	const outputs = [];
	for (const operation of ['get', 'getPayments', 'close']) {
		outputs.push((await fixture.run({ parameters: onLink(operation, id) })).items[0]?.json);
	}
	expect(fixture.portal.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
		`GET /payment-links/${id}`,
		`GET /payment-links/${id}/payments`,
		`DELETE /payment-links/${id}`,
	]);
	expect(outputs).toMatchObject([
		{ id, status: 'open' },
		{ id: 'plp_1', payersName: 'J. Jansen' },
		{ id, status: 'closed' },
	]);
});

it('Close succeeds when its first try was carried out without an answer', async () => {
	const id = await createLink();
	fixture.portal.misbehave({ kind: 'loseAnswer', method: 'DELETE' });
	const { items, error } = await fixture.run({ parameters: onLink('close', id) });
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ json: { id, status: 'closed' } }]);
	expect(
		fixture.portal.requests.map(({ method, status }) => `${method} ${status ?? 'lost'}`),
	).toEqual(['DELETE lost', 'DELETE 422', 'GET 200']);
}, 20_000);

describe('Create whose answer gets lost', () => {
	const linksIn = () => fixture.portal.state.paymentLinks;
	const posts = () => fixture.portal.requests.filter(({ method }) => method === 'POST').length;
	const lose = (times = 1) =>
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST', times });
	const drop = (times = 1) =>
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST', times });

	/** One that somebody else makes. */
	function addAlike(createdAt = atom()): string {
		const id = `plk_ofsomebody${linksIn().length}`;
		linksIn().push({
			id,
			description: CREATE.description,
			amount: '12.95',
			reusable: false,
			expiresAt: null,
			status: 'open',
			createdAt,
		});
		return id;
	}

	it('is sent again when no such link is there', async () => {
		drop();
		const { items, error } = await fixture.run({ parameters: CREATE });
		expect(error).toBeUndefined();
		expect(posts()).toBe(2);
		expect(linksIn().map(({ id }) => id)).toEqual([items[0]?.json.id]);
	});

	it('does not take one that is there for its own', async () => {
		lose();
		const { error } = await fixture.run({ parameters: CREATE });
		expect(posts()).toBe(1);
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(error?.description).toBe(
			`Looked it up: ${String(linksIn()[0]?.id)} is like it. Several payment links may have that description and amount. Look in the portal for the payment link "Contribution costs" with Amount 12.95 before running this item again, so that nothing is done twice.`,
		);
	});

	it('goes by no link that was made before', async () => {
		addAlike('2026-01-01T12:00:00+01:00');
		drop();
		const { items, error } = await fixture.run({ parameters: CREATE });
		expect(error).toBeUndefined();
		expect(linksIn().map(({ id }) => id)).toEqual([expect.any(String), items[0]?.json.id]);
	});

	it('is unknown where somebody else made one like it meanwhile', async () => {
		drop();
		fixture.portal.misbehave({ kind: 'slow', milliseconds: 0, method: 'GET' });
		const creating = fixture.run({ parameters: CREATE });
		while (posts() === 0) await new Promise(setImmediate);
		const id = addAlike();
		const { error } = await creating;
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(error?.description).toContain(`${id} is like it.`);
		expect(posts()).toBe(1);
	});

	it('goes by none that other items of this process made, of 40 alike', async () => {
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST', skip: 10, times: 4 });
		const { items, error } = await fixture.run({
			parameters: CREATE,
			items: Array.from({ length: 40 }, () => ({ json: {} })),
		});
		expect(error).toBeUndefined();
		const made = linksIn().map(({ id }) => id);
		expect(made).toHaveLength(40);
		expect(items.map(({ json }) => json.id).sort()).toEqual(made.sort());
	});

	it('is unknown where one that got lost and another that was dropped cannot be told apart', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST', skip: 10 });
		fixture.portal.misbehave({ kind: 'dropRequest', method: 'POST', skip: 10 });
		const { items } = await fixture.run({
			parameters: CREATE,
			items: Array.from({ length: 20 }, () => ({ json: {} })),
			settings: { onError: 'continueRegularOutput' },
		});
		const unknown = items.filter(({ json }) => String(json.error).includes('is unknown'));
		expect(unknown).toHaveLength(2);
		expect(linksIn()).toHaveLength(19);
	});
});

testRefusals(fixture, CREATE, [
	[
		{ amount: '1.234' },
		'Amount can be read as 1234.00 or as 1.234: "1.234"',
		'Write 1234.00 or 1.2340, or pass a number.',
	],
	[
		{ additionalFields: { expiresAt: '2031-02-30' } },
		'Valid Until is not an existing date: "2031-02-30" (February 2031 has 28 days)',
		'Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	],
	[
		{ additionalFields: { reusable: '={{ "maybe" }}' } },
		'Reusable is neither true nor false: "maybe"',
		'Use true or false.',
	],
]);
