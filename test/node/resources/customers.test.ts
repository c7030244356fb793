import '../fastClock';
import { byId, CUSTOMER_ID, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

const COMPANY = {
	companyName: 'Test Company BV',
	address: 'Teststreet 123',
	zipCode: '1234AB',
	city: 'Amsterdam',
};
const CREATE = {
	resource: 'customer',
	operation: 'create',
	...COMPANY,
	primaryEmail: 'john@test.example',
};
const UPDATE = { resource: 'customer', operation: 'update', customerId: byId(CUSTOMER_ID) };

describe('Customer', () => {
	testOperations(fixture, [
		{
			name: 'Create sends all fields',
			given: () => ({ ...CREATE, additionalFields: { countryCode: 'be' } }),
			method: 'POST',
			path: '/customers',
			body: { ...COMPANY, primaryEmail: 'john@test.example', countryCode: 'BE' },
			output: [{ ...COMPANY, countryCode: 'BE', id: expect.stringMatching(/^cst_/) }],
		},
		{
			name: 'Get reads one',
			given: () => ({ resource: 'customer', operation: 'get', customerId: byId(CUSTOMER_ID) }),
			method: 'GET',
			path: '/customers/{}',
			output: [{ id: CUSTOMER_ID, companyName: 'Bakkerij De Gouden Korst' }],
		},
		{
			name: 'Get Many reads up to the limit',
			given: () => ({ resource: 'customer', operation: 'getAll', limit: 2 }),
			method: 'GET',
			path: '/customers',
			output: [{ countryCode: 'NL' }, { countryCode: 'NL' }],
		},
		{
			name: 'Update sends what is changed',
			given: () => ({ ...UPDATE, updateFields: { city: 'Utrecht' } }),
			method: 'PATCH',
			path: '/customers/{}',
			body: { city: 'Utrecht' },
			output: [{ id: CUSTOMER_ID, city: 'Utrecht' }],
		},
	]);

	it('simplifies unless told otherwise', async () => {
		const get = { resource: 'customer', operation: 'get', customerId: byId(CUSTOMER_ID) };
		const simple = await fixture.run({ parameters: get });
		expect(simple.items[0]?.json).not.toHaveProperty('createdAt');
		const whole = await fixture.run({ parameters: { ...get, simplify: false } });
		expect(whole.items[0]?.json).toHaveProperty('createdAt');
	});

	it('keeps the link with a bookkeeping when it simplifies, and leaves out what the API leaves out', async () => {
		const [customer] = fixture.portal.state.customers;
		Object.assign(customer ?? {}, { integration: 'acumulus', integrationId: '700001' });
		const get = { resource: 'customer', operation: 'get', customerId: byId(CUSTOMER_ID) };
		const { items } = await fixture.run({ parameters: get });
		expect(items[0]?.json).toMatchObject({ integration: 'acumulus', integrationId: '700001' });
		const { phone: _phone, ...withoutPhone } = items[0]?.json ?? {};
		fixture.portal.misbehave({ kind: 'status', status: 200, body: withoutPhone });
		const lacking = await fixture.run({ parameters: get });
		expect(Object.keys(lacking.items[0]?.json ?? {})).not.toContain('phone');
	});

	testRefusals(fixture, CREATE, [
		[
			{ companyName: ' ' },
			'Company Name is empty',
			'Fill it in, or check the expression that should fill it.',
		],
		[
			{ primaryEmail: 'john' },
			'Primary Email is not an e-mail address: "john"',
			'Use one address such as name@email.com.',
		],
		[
			{ additionalFields: { countryCode: 'Nederland' } },
			'Country Code is not a country code of two letters: "Nederland"',
			'Use a code such as NL, BE or DE.',
		],
	]);
	testRefusals(fixture, UPDATE, [
		[{ updateFields: {} }, 'Update Fields has no fields', 'Add at least one field to change.'],
		[
			{ updateFields: { city: '' } },
			'Update Fields has no fields',
			'Add at least one field to change.',
		],
	]);

	it('is found again when the answer to Create gets lost', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const { items } = await fixture.run({ parameters: CREATE });
		const made = fixture.portal.state.customers.filter(
			({ companyName }) => companyName === COMPANY.companyName,
		);
		expect(items.map(({ json }) => json.id)).toEqual(made.map(({ id }) => id));
		expect(made).toHaveLength(1);
	}, 20_000);

	it('is read again when the answer to Update gets lost', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'PATCH' });
		const { items } = await fixture.run({
			parameters: { ...UPDATE, updateFields: { city: 'Utrecht' } },
		});
		expect(items[0]?.json.city).toBe('Utrecht');
		expect(fixture.portal.requests.map(({ method }) => method)).toEqual(['PATCH', 'GET']);
	}, 20_000);
});

describe('Customer Group', () => {
	const ADD = { resource: 'customerGroup', operation: 'addCustomers' };

	testOperations(fixture, [
		{
			name: 'Create puts customers in',
			given: () => ({
				resource: 'customerGroup',
				operation: 'create',
				name: 'Hosting',
				additionalFields: { customers: `${CUSTOMER_ID}, cst_unknown` },
			}),
			method: 'POST',
			path: '/customer-groups',
			body: { name: 'Hosting', customers: [CUSTOMER_ID, 'cst_unknown'] },
			output: [{ name: 'Hosting' }],
		},
		{
			name: 'Get reads one',
			given: ({ customerGroups }) => ({
				resource: 'customerGroup',
				operation: 'get',
				customerGroupId: byId(firstId(customerGroups)),
			}),
			method: 'GET',
			path: '/customer-groups/{}',
			output: [{ name: 'Hostingklanten' }],
		},
		{
			name: 'Get Many reads all',
			given: () => ({ resource: 'customerGroup', operation: 'getAll', returnAll: true }),
			method: 'GET',
			path: '/customer-groups',
			output: [{ name: 'Onderhoudscontract' }, { name: 'Hostingklanten' }],
		},
		{
			name: 'Update gives another name',
			given: ({ customerGroups }) => ({
				resource: 'customerGroup',
				operation: 'update',
				customerGroupId: byId(firstId(customerGroups)),
				name: 'Web',
			}),
			method: 'PATCH',
			path: '/customer-groups/{}',
			body: { name: 'Web' },
			output: [{ name: 'Web' }],
		},
		{
			name: 'Add Customers gives one item for each customer',
			given: ({ customerGroups, customers }) => {
				customers.forEach((customer) => (customer.customerGroups = []));
				return {
					...ADD,
					customerGroupId: byId(firstId(customerGroups)),
					customers: `={{ ["${CUSTOMER_ID}", "${customers[1]?.id}", "${CUSTOMER_ID}"] }}`,
				};
			},
			method: 'POST',
			path: '/customer-groups/{}/customers',
			body: { customers: [CUSTOMER_ID, expect.stringMatching(/^cst_/)] },
			output: [{ id: CUSTOMER_ID }, { companyName: 'Loodgietersbedrijf Van Dijk' }],
		},
	]);

	testRefusals(fixture, { ...ADD, customerGroupId: byId('cug_1'), customers: CUSTOMER_ID }, [
		[
			{ customers: '={{ [] }}' },
			'Customers names nothing',
			'Use the ID of a customer, such as cst_abc12345def678, or its e-mail address.',
		],
		[
			{ customers: `${CUSTOMER_ID},inv_1` },
			'Customers is not the ID of a customer: "inv_1", where cst_… was expected',
			'Use the ID of a customer, such as cst_abc12345def678, or its e-mail address.',
		],
		[
			{ customerGroupId: byId('={{ "cst_1" }}') },
			'Customer Group is not the ID of a customer group: "cst_1", where cug_… was expected',
			'Use the ID of a customer group, such as cug_abc12345def678.',
		],
	]);

	it('sends Add Customers again when the answer gets lost', async () => {
		fixture.portal.misbehave({ kind: 'loseAnswer', method: 'POST' });
		const { items } = await fixture.run({
			parameters: {
				...ADD,
				customerGroupId: byId(firstId(fixture.portal.state.customerGroups)),
				customers: CUSTOMER_ID,
			},
		});
		expect(items.map(({ json }) => json.id)).toContain(CUSTOMER_ID);
		expect(fixture.portal.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
	}, 20_000);
});
