import '../fastClock';
import type { INodeParameters } from 'n8n-workflow';
import { byId, CUSTOMER_ID, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const CREATE = {
	resource: 'subscription',
	operation: 'create',
	customerId: byId(CUSTOMER_ID),
	description: 'Contribution costs',
	startDate: '2026-05-04',
	interval: '1 year',
	amount: 12.5,
	vatRate: 9,
};
const SENT = {
	customerId: CUSTOMER_ID,
	description: 'Contribution costs',
	startDate: '2026-05-04',
	interval: '1 year',
	amount: '12.50',
	vatRate: 9,
};

async function startSubscription(): Promise<string> {
	const { items } = await fixture.run({ parameters: CREATE });
	fixture.portal.requests.length = 0;
	return String(items[0]?.json.id);
}

const onSubscription = (operation: string, id: string): INodeParameters => ({
	resource: 'subscription',
	operation,
	subscriptionId: byId(id),
});

describe('Subscription', () => {
	testOperations(fixture, [
		{
			name: 'Create sends all fields',
			given: () => ({
				...CREATE,
				additionalFields: { createInvoice: true, invoiceDescription: 'Extending' },
			}),
			method: 'POST',
			path: '/customer-subscriptions',
			body: { ...SENT, createInvoice: true, invoiceDescription: 'Extending' },
			output: [{ startsAt: '2026-05-04', interval: '1 year', amount: '12.50' }],
		},
	]);

	it('Get, Get Many and Update work on the subscription', async () => {
		const id = await startSubscription();
		const get = await fixture.run({ parameters: onSubscription('get', id) });
		expect(get.items).toMatchObject([{ json: { id, description: 'Contribution costs' } }]);
		expect(get.items[0]?.json).toMatchObject({
			currency: 'EUR',
			createInvoice: false,
			createdAt: expect.any(String) as string,
		});
		const all = await fixture.run({
			parameters: { resource: 'subscription', operation: 'getAll', simplify: false },
		});
		expect(all.items).toMatchObject([{ json: { id, options: { createInvoice: false } } }]);
		const update = await fixture.run({
			parameters: {
				...onSubscription('update', id),
				updateFields: {
					description: 'Contributie',
					interval: '2 months',
					amount: '€ 1.250,00',
					vatRate: 21,
					terminatedAt: '31-12-2026 12:00',
				},
			},
		});
		expect(fixture.portal.requests.at(-1)?.body).toEqual({
			description: 'Contributie',
			interval: '2 months',
			amount: '1250.00',
			vatRate: 21,
			terminatedAt: '2026-12-31 12:00:00',
		});
		expect(update.items[0]?.json).toMatchObject({ id, status: 'terminated', vatRate: 21 });
		expect(fixture.portal.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
	});

	testRefusals(fixture, CREATE, [
		[
			{ interval: '={{ "3 months" }}' },
			'Interval is not one of the possible values: "3 months"',
			'Use 14 days, 2 months, 6 months, 1 month or 1 year.',
		],
		[{ vatRate: '={{ 6 }}' }, 'VAT Rate is not a VAT rate: 6', 'Use 0, 9 or 21.'],
	]);
	testRefusals(fixture, onSubscription('update', 'sub_1'), [
		[{}, 'Update Fields has no fields', 'Add at least one field to change.'],
	]);

	it('is found again when the answer to Create gets lost', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const { items } = await fixture.run({ parameters: CREATE });
		expect(fixture.portal.state.subscriptions).toHaveLength(1);
		expect(items[0]?.json.id).toBe(fixture.portal.state.subscriptions[0]?.id);
	}, 20_000);
});

describe('Subscription Package', () => {
	const NEW = { name: 'Phone', interval: '1 month', vatRate: 21 };
	const CREATE_PACKAGE = {
		...NEW,
		resource: 'subscriptionPackage',
		operation: 'create',
		amount: '9,95',
	};
	const onPackage = (operation: string, id: string): INodeParameters => ({
		resource: 'subscriptionPackage',
		operation,
		packageId: byId(id),
	});
	const VISITOR = {
		companyName: 'Nieuw BV',
		address: 'Straat 1',
		zipCode: '1234AB',
		city: 'Ede',
		email: 'n@x.example',
	};

	testOperations(fixture, [
		{
			name: 'Create sends all fields',
			given: () => ({
				...CREATE_PACKAGE,
				additionalFields: { description: '1 GB', availableForSale: true },
			}),
			method: 'POST',
			path: '/customer-subscription-packages',
			body: { ...NEW, amount: '9.95', description: '1 GB', availableForSale: true },
			output: [{ name: 'Phone', availableForSale: true }],
		},
		{
			name: 'Get reads one',
			given: (state) => onPackage('get', firstId(state.subscriptionPackages)),
			method: 'GET',
			path: '/customer-subscription-packages/{}',
			output: [{ name: 'Onderhoud website' }],
		},
		{
			name: 'Get Many reads all',
			given: () => ({ resource: 'subscriptionPackage', operation: 'getAll' }),
			method: 'GET',
			path: '/customer-subscription-packages',
			output: [{ name: 'Onderhoud website' }],
		},
		{
			name: 'Update sends what is changed',
			given: (state) => ({
				...onPackage('update', firstId(state.subscriptionPackages)),
				updateFields: { name: 'Web', amount: 60, availableForSale: false },
			}),
			method: 'PATCH',
			path: '/customer-subscription-packages/{}',
			body: { name: 'Web', amount: '60.00', availableForSale: false },
			output: [{ name: 'Web', amount: '60.00' }],
		},
		{
			name: 'Sign Up Customer sends all fields',
			given: (state) => ({
				...onPackage('signUpCustomer', firstId(state.subscriptionPackages)),
				customerId: byId(CUSTOMER_ID),
				additionalFields: {
					startDate: '2026-05-04',
					mandateId: byId('mdt_1'),
					createInvoice: true,
					invoiceText: 'Onderhoud',
				},
			}),
			method: 'POST',
			path: '/customer-subscription-packages/{}/sign-up',
			body: {
				customerId: CUSTOMER_ID,
				startDate: '2026-05-04',
				mandateId: 'mdt_1',
				createInvoice: true,
				invoiceText: 'Onderhoud',
			},
			output: [{ customerId: CUSTOMER_ID, startsAt: '2026-05-04' }],
		},
		{
			name: 'Sign Up Non-Customer keeps the slash at the end',
			given: (state) => ({
				...onPackage('signUpNonCustomer', firstId(state.subscriptionPackages)),
				...VISITOR,
			}),
			method: 'POST',
			path: '/customer-subscription-packages/{}/sign-up/',
			body: VISITOR,
			output: [{ paymentLink: expect.stringContaining('/sign-up/') }],
		},
	]);

	testRefusals(fixture, { ...onPackage('signUpNonCustomer', 'spg_1'), ...VISITOR }, [
		[
			{ email: 'nobody' },
			'Email is not an e-mail address: "nobody"',
			'Use one address such as name@email.com.',
		],
	]);
	testRefusals(fixture, onPackage('update', 'spg_1'), [
		[{}, 'Update Fields has no fields', 'Add at least one field to change.'],
	]);
});
