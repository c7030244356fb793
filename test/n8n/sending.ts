import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf, runWorkflow } from '../../tools/n8n/n8nExecutions';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { projectFolder } from '../../tools/n8n/nodePackage';
import { host } from './host';
import { customer, fieldOfItem, knownCustomer, pdfOf, runNode } from './testWorkflow';

const line = { description: 'Brood', amountExclVat: '10.00', vatRate: 9 };

/** Invoices and offers on their way from a workflow to the portal. */
export function describeSending(): void {
	describe('a workflow', () => {
		test('that is shipped as an example sends an invoice with its PDF, byte for byte', async () => {
			const { n8n, portal, credential } = host();
			const file = join(projectFolder, 'examples', 'invoice-with-pdf.json');
			const example = JSON.parse(await readFile(file, 'utf8')) as WorkflowContent;
			const execution = await runWorkflow(n8n, await importWorkflow(n8n, example, credential));

			expect(execution.error).toBeUndefined();
			const meant = outputOf(execution, 'Invoice Data')[0]?.json;
			const stored = portal.state.invoices.at(-1);
			expect(stored).toMatchObject({
				invoiceNumber: meant?.invoiceNumber,
				customerId: knownCustomer,
				amount: '363.00',
			});
			expect(stored?.pdf.bytes.toString('base64')).toBe(meant?.pdf);
			expect(outputOf(execution, 'Create Invoice')[0]?.json.id).toBe(stored?.id);
		});

		test('sends several invoices, each with its own PDF and paired with its own item', async () => {
			const { portal } = host();
			const numbers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'];
			const pdfs = await Promise.all(numbers.map(pdfOf));
			const { error, output } = await runNode({
				items: numbers.map((number, index) => ({ number, pdf: pdfs[index] })),
				parameters: {
					resource: 'invoice',
					operation: 'create',
					customerId: customer(knownCustomer),
					invoiceNumber: fieldOfItem('number'),
					issuedAt: '2026-03-31',
					amount: '€ 1.234,56',
					binaryPropertyName: 'data',
					additionalFields: { dueAt: '2026-04-30' },
					sendNotification: false,
				},
			});

			expect(error).toBeUndefined();
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
				numbers.map((_number, item) => expect.objectContaining({ item })),
			);
			for (const [index, number] of numbers.entries()) {
				const stored = portal.state.invoices.filter((one) => one.invoiceNumber === number);
				expect(stored).toHaveLength(1);
				expect(stored[0]).toMatchObject({ amount: '1234.56', sendNotification: false });
				expect(stored[0]?.pdf.bytes.toString('base64')).toBe(pdfs[index]);
				expect(output[index]?.json.id).toBe(stored[0]?.id);
			}
		});

		test.each([
			['from fields', { specifyLines: 'fields', lines: { line: [line, line] } }],
			['from JSON', { specifyLines: 'json', linesJson: JSON.stringify([line, line]) }],
		])('makes an invoice of lines, given %s', async (kind, lines) => {
			const { error } = await runNode({
				items: [{}],
				parameters: {
					resource: 'invoice',
					operation: 'createManual',
					customerId: customer(knownCustomer),
					invoiceNumber: `Lines ${kind}`,
					issuedAt: '2026-03-31',
					...lines,
				},
			});
			expect(error).toBeUndefined();
			expect(host().portal.state.invoices.at(-1)).toMatchObject({
				invoiceNumber: `Lines ${kind}`,
				amount: '21.80',
				lines: [line, line],
			});
		});

		test('sends an offer with its PDF, and accepts it afterwards', async () => {
			const { portal } = host();
			const pdf = await pdfOf('Offer 1');
			const offer = { resource: 'offer', customerId: customer(knownCustomer) };
			const created = await runNode({
				items: [{ pdf }],
				parameters: {
					...offer,
					operation: 'create',
					offerNumber: 'OFF-1',
					issuedAt: '2026-03-01',
					expiresAt: '2026-04-01',
					amount: 99.5,
					binaryPropertyName: 'data',
				},
			});
			expect(created.error).toBeUndefined();
			expect(portal.state.offers.at(-1)).toMatchObject({ offerNumber: 'OFF-1', amount: '99.50' });
			expect(portal.state.offers.at(-1)?.pdf.bytes.toString('base64')).toBe(pdf);

			const offerId = customer(String(created.output[0]?.json.id));
			const accepted = await runNode({
				items: [{}],
				parameters: { ...offer, operation: 'accept', offerId, acceptedAt: '2026-03-05T10:00:00Z' },
			});
			expect(accepted.error).toBeUndefined();
			expect(portal.state.offers.at(-1)?.acceptedAt).toContain('2026-03-05');
		});
	});
}
