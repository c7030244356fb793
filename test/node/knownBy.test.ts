import './fastClock';
import { toTool } from './engine';
import {
	API_KEY,
	by,
	byId,
	CUSTOMER_ID,
	customerOf,
	INVOICE,
	invoiceItems,
	trace,
	usePortal,
	writesOf,
} from './portalFixture';

const fixture = usePortal();

const customer = (index: number) => customerOf(fixture, index);
const writes = () => writesOf(fixture);

describe('a customer is found', () => {
	const CASES: Array<[string, string, () => string]> = [
		['email', 'as it stands in the portal', () => customer(1).primaryEmail],
		['email', 'in capitals and with spaces', () => `  ${customer(1).primaryEmail.toUpperCase()} `],
		['email', 'as a link', () => `mailto:${customer(1).primaryEmail}`],
		['companyName', 'as it stands there', () => customer(1).companyName],
		['companyName', 'with surplus spaces', () => ` ${customer(1).companyName.replace(' ', '  ')} `],
		[
			'companyName',
			'in letters composed of several characters',
			() => {
				customer(1).companyName = 'Caf\u00e9 Zon';
				return customer(1).companyName.normalize('NFD');
			},
		],
		['companyName', 'in small letters', () => customer(1).companyName.toLowerCase()],
		['integrationId', 'as it stands there', () => '10042'],
	];
	it.each(CASES)('by %s, %s', async (mode, _how, value) => {
		customer(1).integrationId = '10042';
		const { items, error } = await fixture.run({
			parameters: { ...INVOICE, customerId: by(mode, value()) },
			items: invoiceItems(2),
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.customerId)).toEqual([customer(1).id, customer(1).id]);
	});

	it('by a number that a spreadsheet gives', async () => {
		customer(1).integrationId = '10042';
		const { items } = await fixture.run({
			parameters: {
				resource: 'customer',
				operation: 'get',
				customerId: by('integrationId', '={{ 10042 }}'),
			},
		});
		expect(items.map(({ json }) => json.id)).toEqual([customer(1).id]);
	});

	it('by name, where the portal has no e-mail address of it', async () => {
		Object.assign(customer(1), { primaryEmail: null });
		const named = async (mode: string, value: string) =>
			await fixture.run({
				parameters: { ...INVOICE, customerId: by(mode, value) },
				items: invoiceItems(1),
			});
		const byName = await named('companyName', customer(1).companyName);
		const byEmail = await named('email', customer(2).primaryEmail);
		expect([byName, byEmail].map(({ items, error }) => [items[0]?.json.customerId, error])).toEqual(
			[
				[customer(1).id, undefined],
				[customer(2).id, undefined],
			],
		);
		const { error } = await named('email', 'null');
		expect(error?.message).toContain('Customer is not an e-mail address');
		// The contract knows no customer without address.
		fixture.portal.contractViolations.length = 0;
	});

	it('by an AI agent that has the e-mail address', async () => {
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const call = toTool(
			{
				resource: 'customer',
				operation: 'get',
				customerId: by('email', `={{ $fromAI('customer', 'E-mail address', 'string') }}`),
			},
			credential,
			[{ json: {} }],
		);
		const answer = JSON.stringify(await call({ customer: customer(1).primaryEmail }));
		expect(answer).toContain(customer(1).id);
	});
});

describe('refused before anything is sent', () => {
	/** Runs two invoices, of which the second one names its customer like this. */
	async function refused(mode: string, value: string) {
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				customerId: { __rl: true, mode: `${mode}`, value: '={{ $json.customer }}' },
			},
			items: invoiceItems(2).map((item, index) => ({
				...item,
				json: {
					...item.json,
					customer:
						index === 1
							? value
							: mode === 'email'
								? customer(3).primaryEmail
								: mode === 'id'
									? CUSTOMER_ID
									: customer(3).companyName,
				},
			})),
		});
		expect(writes()).toEqual([]);
		return { message: error?.message, description: error?.description };
	}

	it('an address that nobody has', async () => {
		expect(await refused('email', 'nobody@test.example')).toEqual({
			message: `Customer is not in the portal: none of ${fixture.portal.state.customers.length} customers has that e-mail address, "nobody@test.example" [item 1]`,
			description: expect.stringMatching(
				/Correct it, or add the customer to the portal first\. Nothing was sent\.$/,
			),
		});
	});

	it('an address that two customers share', async () => {
		customer(2).primaryEmail = customer(1).primaryEmail.toUpperCase();
		const { message, description: remedy } = await refused('email', customer(1).primaryEmail);
		expect(message).toContain(
			`Customer names 2 of ${fixture.portal.state.customers.length} customers, which share the e-mail address "${customer(1).primaryEmail}": `,
		);
		for (const { companyName, city, id } of [customer(1), customer(2)]) {
			expect(message).toContain(`${companyName} (${city}), ${id}`);
		}
		expect(remedy).toBe('Choose By ID and give the ID of the one that is meant. Nothing was sent.');
	});

	it('a customer without address is nobody, whatever the item leaves out', async () => {
		Object.assign(customer(1), { primaryEmail: null });
		const { message } = await refused('email', '  ');
		expect(message).toBe('Customer is empty [item 1]');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('an ID where an address is expected', async () => {
		expect(await refused('email', CUSTOMER_ID)).toEqual({
			message: `Customer is the ID of a customer, and not an e-mail address: "${CUSTOMER_ID}" [item 1]`,
			description: 'Choose By ID for it. Nothing was sent.',
		});
		expect(fixture.portal.requests).toEqual([]);
	});

	it('an address where an ID is expected', async () => {
		expect(await refused('id', 'jan@test.example')).toEqual({
			message:
				'Customer is an e-mail address, and not the ID of a customer: "jan@test.example" [item 1]',
			description: 'Choose By Email for it. Nothing was sent.',
		});
	});

	it('what is no address', async () => {
		const { message } = await refused('email', 'jan');
		expect(message).toBe('Customer is not an e-mail address: "jan" [item 1]');
	});

	it('an address in a list that nobody has', async () => {
		const { error } = await fixture.run({
			parameters: {
				resource: 'customerGroup',
				operation: 'addCustomers',
				customerGroupId: byId(fixture.portal.state.customerGroups[0]?.id ?? ''),
				customers: `${CUSTOMER_ID}, nobody@test.example`,
			},
		});
		expect(error?.message).toContain('Customers is not in the portal: none of');
		expect(writes()).toEqual([]);
	});

	it('a token that may not read the list', async () => {
		fixture.portal.misbehave({
			method: 'GET',
			path: /customers$/,
			times: Infinity,
			kind: 'status',
			status: 403,
			body: { message: 'Missing scope.' },
		});
		const { message, description: remedy } = await refused('email', 'jan@test.example');
		expect(message).toMatch(
			/^Customer cannot be looked up by its e-mail address: Missing scope \[item [01]\]$/,
		);
		expect(remedy).toContain('It most likely lacks the scope customers.read.');
		expect(remedy).toContain('Nothing was sent.');
	});

	it('without reading a list when a value is wrong anyway', async () => {
		const { error } = await fixture.run({
			parameters: {
				...INVOICE,
				customerId: by('email', customer(1).primaryEmail),
				amount: '={{ $json.amount }}',
			},
			items: invoiceItems(3).map((item, index) => ({
				...item,
				json: { ...item.json, amount: index === 2 ? '1.234' : '12.95' },
			})),
		});
		expect(error?.message).toContain('can be read as 1234.00 or as 1.234');
		expect(fixture.portal.requests).toEqual([]);
	});
});

it('with On Error: Continue only the item fails whose customer is not there', async () => {
	const addresses = [customer(1).primaryEmail, 'nobody@test.example', customer(2).primaryEmail];
	const { items } = await fixture.run({
		parameters: { ...INVOICE, customerId: by('email', '={{ $json.email }}') },
		items: invoiceItems(3).map((item, index) => ({
			...item,
			json: { ...item.json, email: addresses[index] ?? '' },
		})),
		settings: { onError: 'continueRegularOutput' },
	});
	expect(items.map(({ json }) => json.customerId ?? json.error)).toEqual([
		customer(1).id,
		expect.stringContaining('Customer is not in the portal'),
		customer(2).id,
	]);
	expect(fixture.portal.state.invoices).toHaveLength(2);
});

describe('in a portal that nobody has looked into', () => {
	const fresh = usePortal();

	it('a hundred items read the list once', async () => {
		const { customers } = fresh.portal.state;
		await fresh.run({
			parameters: { ...INVOICE, customerId: by('email', customers[1]?.primaryEmail ?? '') },
			items: invoiceItems(100),
		});
		const reads = trace(fresh).filter((line) => line.startsWith('GET'));
		// All pages, and the first one once more.
		expect(reads).toHaveLength(Math.ceil(customers.length / 15) + 1);
		expect(fresh.portal.state.invoices).toHaveLength(100);
	});
});
