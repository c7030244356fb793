import '../fastClock';
import type { INodeParameters } from 'n8n-workflow';
import type { PortalState } from '../../../sandbox/portal';
import { API_KEY, byId, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const CREATE = {
	resource: 'punchCard',
	operation: 'create',
	name: 'Driving lessons',
	punches: 20,
	punchLabel: 'lessons',
};

const onCard = (operation: string, id: string): INodeParameters => ({
	resource: 'punchCard',
	operation,
	punchCardId: byId(id),
});

testOperations(fixture, [
	{
		name: 'Create sends all fields',
		given: () => ({
			...CREATE,
			additionalFields: {
				description: 'In a BMW',
				forSale: true,
				price: '229,95',
				vatRate: 21,
				expiryValue: 3,
				expirePeriod: 'years',
			},
		}),
		method: 'POST',
		path: '/punch-cards',
		body: {
			name: 'Driving lessons',
			punches: 20,
			punchLabel: 'lessons',
			description: 'In a BMW',
			forSale: true,
			price: '229.95',
			vatRate: 21,
			expiryValue: 3,
			expirePeriod: 'years',
		},
		output: [{ name: 'Driving lessons', expiryValue: 3, expiryPeriode: 'years' }],
	},
	{
		name: 'Get reads one',
		given: ({ punchCards }) => onCard('get', firstId(punchCards)),
		method: 'GET',
		path: '/punch-cards/{}',
		output: [{ name: 'Yogalessen', price: '120.00' }],
	},
	{
		name: 'Get Many reads all, whole when asked',
		given: () => ({ resource: 'punchCard', operation: 'getAll', simplify: false }),
		method: 'GET',
		path: '/punch-cards',
		output: [{ description: 'Tien lessen, vrij te kiezen' }],
	},
	{
		name: 'Update puts a card up for sale',
		given: ({ punchCards }) => ({
			...onCard('update', firstId(punchCards)),
			price: 99,
			vatRate: 9,
		}),
		method: 'PATCH',
		path: '/punch-cards/{}',
		body: { forSale: true, price: '99.00', vatRate: 9 },
		output: [{ forSale: true, price: '99.00' }],
	},
	...['"true"', '1', '"ja"'].map((forSale) => ({
		name: `Update puts a card up for sale where an expression gives ${forSale}`,
		given: ({ punchCards }: PortalState) => ({
			...onCard('update', firstId(punchCards)),
			forSale: `={{ ${forSale} }}`,
			price: 99,
			vatRate: 9,
		}),
		method: 'PATCH',
		path: '/punch-cards/{}',
		body: { forSale: true, price: '99.00', vatRate: 9 },
		output: [{ forSale: true, price: '99.00' }],
	})),
	{
		name: 'Update takes a card off sale',
		given: ({ punchCards }) => ({ ...onCard('update', firstId(punchCards)), forSale: false }),
		method: 'PATCH',
		path: '/punch-cards/{}',
		body: { forSale: false },
		output: [{ forSale: false, price: null }],
	},
	{
		name: 'Get Many Issued reads the cards that customers have',
		given: ({ punchCards }) => onCard('getManyIssued', firstId(punchCards)),
		method: 'GET',
		path: '/punch-cards/{}/issued',
		output: [{ punchesLeft: 2 }, { punchesLeft: 10 }],
	},
	{
		name: 'Get Issued reads one of them',
		given: ({ punchCards, issuedPunchCards }) => ({
			...onCard('getIssued', firstId(punchCards)),
			issuedPunchCardId: byId(firstId(issuedPunchCards)),
		}),
		method: 'GET',
		path: '/punch-cards/{}/issued/{}',
		output: [{ punchesLeft: 10 }],
	},
	{
		name: 'Stamp takes punches off',
		given: ({ punchCards, issuedPunchCards }) => ({
			...onCard('stamp', firstId(punchCards)),
			issuedPunchCardId: byId(firstId(issuedPunchCards)),
			stamps: '={{ "3" }}',
		}),
		method: 'POST',
		path: '/punch-cards/{}/issued/{}/stamp',
		body: { stamps: 3 },
		output: [{ punchesLeft: 7 }],
	},
]);

it('Stamp is not sent again when its answer gets lost', async () => {
	const { punchCards, issuedPunchCards } = fixture.portal.state;
	fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
	const { error } = await fixture.run({
		parameters: {
			...onCard('stamp', firstId(punchCards)),
			issuedPunchCardId: byId(firstId(issuedPunchCards)),
		},
	});
	expect(error?.message).toContain('Whether the request was carried out is unknown');
	expect(issuedPunchCards[0]?.punchesLeft).toBe(9);
}, 20_000);

it('403 says that no scope is named', async () => {
	fixture.portal.misbehave({ kind: 'status', status: 403, body: { message: 'Forbidden.' } });
	const { error } = await fixture.run({
		parameters: onCard('get', firstId(fixture.portal.state.punchCards)),
		apiKey: API_KEY,
	});
	expect(error?.description).toMatch(
		/^The documentation of MijnKlantportaal names no scope for this\./,
	);
});

testRefusals(fixture, CREATE, [
	[
		{ punches: '={{ 0 }}' },
		'Punches is not a whole number above zero: 0',
		'Use a number such as 1 or 20.',
	],
	[
		{ additionalFields: { forSale: true, vatRate: 21 } },
		'Price is needed with For Sale',
		'Add it, or turn For Sale off.',
	],
	[
		{ additionalFields: { forSale: true, price: '10' } },
		'VAT Rate is needed with For Sale',
		'Add it, or turn For Sale off.',
	],
	[
		{ additionalFields: { expiryValue: 3 } },
		'Expire Period is needed with Expiry Value',
		'Add days, months or years.',
	],
	[
		{ additionalFields: { expirePeriod: 'days' } },
		'Expiry Value is needed with Expire Period',
		'Add a number such as 3.',
	],
]);
testRefusals(fixture, { ...onCard('update', 'pcd_1'), price: '10' }, [
	[
		{ price: '={{ "" }}' },
		'Price is empty',
		'Fill it in, or check the expression that should fill it.',
	],
]);
testRefusals(fixture, { ...onCard('stamp', 'pcd_1'), issuedPunchCardId: byId('pcb_1') }, [
	[
		{ stamps: '={{ "one" }}' },
		'Stamps is not a whole number above zero: "one"',
		'Use a number such as 1 or 20.',
	],
]);
