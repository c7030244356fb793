import '../fastClock';
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

it('Close of a link that was closed before is what the API says', async () => {
	const id = await createLink();
	await fixture.run({ parameters: onLink('close', id) });
	const { error } = await fixture.run({ parameters: onLink('close', id) });
	expect(error?.message).toBe('The payment link is not open any more. [item 0]');
});

it('Create does not guess when its answer gets lost', async () => {
	fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
	const { error } = await fixture.run({ parameters: CREATE });
	expect(fixture.portal.requests).toHaveLength(1);
	expect(error?.message).toContain('Whether the request was carried out is unknown');
	expect(error?.description).toBe(
		'Several payment links may have that description and amount. Look in the portal for the payment link with description Contribution costs and amount 12.95 before running this item again, so that nothing is done twice.',
	);
}, 20_000);

testRefusals(fixture, CREATE, [
	[
		{ amount: '1.234' },
		'Amount can be read as 1234.00 or as 1.234: "1.234"',
		'Write 1234.00 or 1.2340, or pass a number.',
	],
	[
		{ additionalFields: { expiresAt: '2031-02-30' } },
		'Expires At is not an existing date: "2031-02-30" (February 2031 has 28 days)',
		'Use a date such as 2026-12-31 or 31-12-2026, or an expression such as {{ $now }}.',
	],
	[
		{ additionalFields: { reusable: '={{ "maybe" }}' } },
		'Reusable is neither true nor false: "maybe"',
		'Use true or false.',
	],
]);
