import type { INodeParameters } from 'n8n-workflow';
import { allScopes } from '../../../sandbox/scopes';
import { INVOICE, itemWithFile, pdf, type PortalFixture, usePortal } from '../portalFixture';
import { addCustomer, countListRequests, freshKey, useFreshKeys } from './directoryFixture';

/** Invoices for customers who are named by e-mail address. */
const BY_EMAIL: INodeParameters = {
	...INVOICE,
	customerId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
};

async function createFor(
	{ run }: Pick<PortalFixture, 'run'>,
	apiKey: string,
	emails: string[],
): Promise<{ problem: string; count: number }> {
	const items = emails.map((email, index) =>
		itemWithFile(pdf(), { json: { email, number: `${index}` } }),
	);
	const output = await run({ apiKey, parameters: BY_EMAIL, items });
	const { error } = output;
	return {
		problem: error ? `${error.message} ${error.description ?? ''}` : '',
		count: output.items.length,
	};
}

describe.each(['newestFirst', 'oldestFirst'] as const)('400 customers, %s', (listOrder) => {
	const fixture = useFreshKeys({ listOrder, seeded: { customers: 400 } });

	it('take at most 29 list requests for 100 items by e-mail address, and 2 in each later run', async () => {
		const apiKey = freshKey();
		const emails = Array.from({ length: 100 }, (_, index) => `info@klant${60 + index}.example`);
		expect(await createFor(fixture, apiKey, emails)).toEqual({ problem: '', count: 100 });
		expect(countListRequests(fixture.portal)).toBeLessThanOrEqual(29);
		for (let execution = 0; execution < 5; execution++) {
			expect(await createFor(fixture, apiKey, emails)).toEqual({ problem: '', count: 100 });
			expect(countListRequests(fixture.portal)).toBeLessThanOrEqual(2);
		}
		const wrong = fixture.portal.state.invoices.filter(({ customerId, invoiceNumber }) => {
			const customer = fixture.portal.state.customers.find(({ id }) => id === customerId);
			return customer?.primaryEmail !== emails[Number(invoiceNumber)];
		});
		expect(wrong).toEqual([]);
	});

	it('are read again as a whole where that takes far fewer requests than to read each that is named', async () => {
		const apiKey = freshKey();
		const emails = Array.from({ length: 300 }, (_, index) => `info@klant${60 + index}.example`);
		await createFor(fixture, apiKey, emails);
		fixture.portal.requests.length = 0;
		expect(await createFor(fixture, apiKey, emails)).toEqual({ problem: '', count: 300 });
		const readings = fixture.portal.requests.filter(({ method }) => method === 'GET');
		expect(readings.length).toBeLessThanOrEqual(29);
	});
});

describe('nothing is sent', () => {
	const fixture = usePortal({
		keys: [
			{ token: 'all', scopes: [...allScopes] },
			{ token: 'only-invoices', scopes: ['invoices.read', 'invoices.write'] },
		],
		seeded: { customers: 60 },
	});
	const made = (): number =>
		fixture.portal.requests.filter(({ method }) => method === 'POST').length;

	it('with a token that may not read customers, and the scope is named', async () => {
		const { problem } = await createFor(fixture, 'only-invoices', ['info@klant50.example']);
		expect(problem).toContain('customers.read');
		expect(made()).toBe(0);
	});

	it('for a customer who was removed a moment ago', async () => {
		expect((await createFor(fixture, 'all', ['info@klant50.example'])).problem).toBe('');
		const { customers } = fixture.portal.state;
		const index = customers.findIndex(({ companyName }) => companyName === 'Klant 50 B.V.');
		customers.splice(index, 1);
		fixture.portal.requests.length = 0;
		const { problem } = await createFor(fixture, 'all', ['info@klant50.example']);
		expect(problem).toMatch(/info@klant50\.example/);
		expect(made()).toBe(0);
		addCustomer(fixture.portal, 'info@klant50.example');
		expect((await createFor(fixture, 'all', ['info@klant50.example'])).count).toBe(1);
	});

	it('for an address that two customers share since a moment ago', async () => {
		await createFor(fixture, 'all', ['info@klant45.example']);
		addCustomer(fixture.portal, 'info@klant45.example');
		fixture.portal.requests.length = 0;
		const { problem } = await createFor(fixture, 'all', ['info@klant45.example']);
		expect(problem).toMatch(/share the e-mail address/);
		expect(made()).toBe(0);
	});
});

describe.each([
	['repeatable', 2],
	['unique', 1],
] as const)('a portal in which invoice numbers are %s', (invoiceNumbers, count) => {
	const fixture = usePortal({ invoiceNumbers });

	it(`holds ${count} after the same number was sent twice, and tells a refusal`, async () => {
		const email = fixture.portal.state.customers[0]?.primaryEmail ?? '';
		await createFor(fixture, 'sandbox-key', [email]);
		const second = await createFor(fixture, 'sandbox-key', [email]);
		expect(second.problem).toMatch(
			invoiceNumbers === 'unique' ? /The invoiceNumber has already been taken/ : /^$/,
		);
		expect(fixture.portal.state.invoices).toHaveLength(count);
	});

	it('outputs the one that is there where that is asked for', async () => {
		const parameters = { ...BY_EMAIL, ifExists: 'useExisting' };
		const email = fixture.portal.state.customers[0]?.primaryEmail ?? '';
		const items = [itemWithFile(pdf(), { json: { email, number: '7' } })];
		const first = await fixture.run({ parameters, items });
		const second = await fixture.run({ parameters, items });
		expect(second.error).toBeUndefined();
		expect(second.items[0]?.json.id).toBe(first.items[0]?.json.id);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});
});
