import axios from 'axios';
import { oneCanvasTest, useCanvas } from './canvasPage';
import { host, keys } from './host';
import { customer, fieldOfItem, knownCustomer, runNode } from './testWorkflow';

const invoice = {
	resource: 'invoice',
	operation: 'createManual',
	customerId: customer(knownCustomer),
	invoiceNumber: 'W-1',
	issuedAt: '2026-11-21',
	lines: { line: [{ description: 'Website', amountExclVat: '100', vatRate: 21 }] },
};

const twin = 'Tweeling Techniek';

const by = (mode: string, value: string) => ({ __rl: true, mode, value });

/** Parameters that are wrong, with the sentence and the cure that a person is told. */
const wrong: Array<{
	what: string;
	parameters: Record<string, unknown>;
	items?: Array<Record<string, unknown>>;
	message: RegExp;
	cure: RegExp;
}> = [
	{
		what: 'a date that does not exist',
		parameters: { issuedAt: '={{ "31-02-2026" }}' },
		message: /^Invoice Date is not an existing date: "31-02-2026" \(February 2026 has 28 days\)/,
		cure: /^Use a date such as 2026-12-31 or 31-12-2026/,
	},
	{
		what: 'an amount with two readings',
		parameters: {
			lines: { line: [{ description: 'Website', amountExclVat: '1.234', vatRate: 21 }] },
		},
		message: /^Lines has a line 1 whose Amount Excl\. VAT can be read as 1234\.00 or as 1\.234/,
		cure: /^Write 1234\.00 or 1\.2340, or pass a number/,
	},
	{
		what: 'an e-mail address that no customer has',
		parameters: { customerId: by('email', 'nobody@test.example') },
		message:
			/^Customer is not in the portal: none of \d+ customers has that e-mail address, "nobody@test\.example"/,
		cure: /Correct it, or add the customer to the portal first/,
	},
	{
		what: 'a company name that two customers have',
		parameters: { customerId: by('companyName', twin) },
		message: new RegExp(`^Customer names 2 of \\d+ customers, which share the .*"${twin}"`, 'i'),
		cure: /^Choose By ID and give the ID of the one that is meant/,
	},
	{
		what: 'rows of one number with two customers',
		parameters: {
			specifyLines: 'rows',
			customerId: { ...customer(''), value: fieldOfItem('customer') },
		},
		items: [{ customer: knownCustomer }, { customer: 'cst_sandbox000000002' }],
		message: /^The rows of invoice W-1 name 2 customers: .*\(item 0\), .*\(item 1\)/,
		cure: /./,
	},
	{
		what: 'an amount including VAT without a VAT rate',
		parameters: {
			lineAmounts: 'inclVat',
			lines: { line: [{ description: 'Website', amountInclVat: '121', vatRate: '' }] },
		},
		message: /^Lines has no VAT Rate in line 1/,
		cure: /fill in Description, Amount Incl\. VAT and VAT Rate of each line/,
	},
];

/** Wrong values in n8n itself: what is said, and that nothing is sent. */
export function describeWrongValues(): void {
	describe('on the canvas, what is wrong is said before anything is sent:', () => {
		const canvas = useCanvas();

		beforeAll(async () => {
			for (const primaryEmail of ['een@tweeling.example', 'twee@tweeling.example']) {
				await axios.post(
					`${host().portal.apiUrl}/customers`,
					{
						companyName: twin,
						primaryEmail,
						address: 'Dorpsstraat 1',
						zipCode: '3511 AA',
						city: 'Utrecht',
					},
					{ headers: { Authorization: `Bearer ${keys.all}` } },
				);
			}
		});

		test.each(wrong)('$what', async ({ parameters, items = [{}], message, cure }) => {
			const { portal } = host();
			const before = portal.state.invoices.length;
			const { status, error } = await runNode({
				items,
				parameters: { ...invoice, ...parameters },
			});
			expect(status).toBe('error');
			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(cure);
			expect(portal.state.invoices).toHaveLength(before);
		});

		test(
			'the panel of the node shows it',
			async () => {
				const view = await canvas.openNode({ ...invoice, issuedAt: '={{ "31-02-2026" }}' });
				await view.getByTestId('node-execute-button').click();
				await view.getByText('is not an existing date').first().waitFor();
				await view.getByTestId('node-execute-button').getByText('Execute step').waitFor();
				await canvas.picture('wrong-date', view);
			},
			oneCanvasTest,
		);
	});
}
