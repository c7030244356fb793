import {
	executionIdsOf,
	outputOf,
	retryExecution,
	runWorkflow,
	waitForExecution,
} from '../../tools/n8n/n8nExecutions';
import { importWorkflow } from '../../tools/n8n/n8nWorkflows';
import { host } from './host';
import { customer, fieldOfItem, knownCustomer, testWorkflow } from './testWorkflow';

const COUNT = 20;

/** Twenty invoices whose numbers begin like this, made from lines. */
function invoices(prefix: string, ifExists: string) {
	return testWorkflow({
		items: Array.from({ length: COUNT }, (_, index) => ({ number: `${prefix}-${index}` })),
		parameters: {
			resource: 'invoice',
			operation: 'createManual',
			customerId: customer(knownCustomer),
			invoiceNumber: fieldOfItem('number'),
			issuedAt: '2026-03-31',
			specifyLines: 'fields',
			lines: { line: [{ description: 'Brood', amountExclVat: '10.00', vatRate: 9 }] },
			ifExists,
		},
	});
}

/** The numbers that the portal holds, in their order. */
function numbersOf(prefix: string): string[] {
	return host()
		.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber)
		.filter((number) => number.startsWith(`${prefix}-`));
}

function refuseOneInvoice(): void {
	host().portal.misbehave({
		method: 'POST',
		path: /^\/customer-invoices\/manual$/,
		skip: 12,
		kind: 'status',
		status: 422,
		body: { message: 'The customer is blocked.' },
	});
}

/** A run that failed half-way, begun once more. */
export function describeRunningAgain(): void {
	describe('a run of which one invoice is refused', () => {
		test('makes what is missing when it runs again, and nothing twice', async () => {
			const { n8n, credential } = host();
			const workflow = await importWorkflow(n8n, invoices('RUN', 'useExisting'), credential);
			refuseOneInvoice();
			const failed = await runWorkflow(n8n, workflow);
			const stood = numbersOf('RUN').length;
			expect(failed.status).toBe('error');
			expect(stood).toBeGreaterThan(0);
			expect(stood).toBeLessThan(COUNT);

			const again = await runWorkflow(n8n, workflow);
			expect(again.error).toBeUndefined();
			expect(numbersOf('RUN')).toHaveLength(COUNT);
			expect(new Set(numbersOf('RUN')).size).toBe(COUNT);
			const existed = outputOf(again, 'Portal').filter(({ json }) => json.alreadyExisted);
			expect(existed).toHaveLength(stood);
		});

		test('is finished by the Retry button, and nothing stands twice', async () => {
			const { n8n, credential } = host();
			const workflow = await importWorkflow(n8n, invoices('RETRY', 'createAnother'), credential);
			refuseOneInvoice();
			const failed = await runWorkflow(n8n, workflow);
			const stood = numbersOf('RETRY').length;
			expect(failed.status).toBe('error');
			expect(stood).toBeLessThan(COUNT);

			await retryExecution(n8n, failed.id);
			const [newest = ''] = await executionIdsOf(n8n, workflow);
			expect(newest).not.toBe(failed.id);
			const retried = await waitForExecution(n8n, newest);
			expect(retried.status).toBe('success');
			expect(numbersOf('RETRY')).toHaveLength(COUNT);
			expect(new Set(numbersOf('RETRY')).size).toBe(COUNT);
			expect(outputOf(retried, 'Portal')).toHaveLength(COUNT);
		});
	});
}
