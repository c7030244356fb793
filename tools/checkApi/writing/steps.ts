import { NoAnswer } from '../asking/exchange';
import { createAndClosePaymentLink, createAndRejectOffer, markInvoicesPaid } from './changes';
import {
	createInvoiceFromLines,
	createInvoiceWithPdf,
	downloadPdf,
	readListOfInvoices,
	sendIncompleteInvoice,
} from './invoices';
import {
	awaitWebhookCall,
	createAgreement,
	createCustomer,
	createWebhook,
	tryToDelete,
} from './others';
import { StepFailure, type Workbench } from './workbench';

/** A step of writing. */
export interface Step {
	title: string;
	run: (bench: Workbench) => Promise<void>;
}

/** Everything that is made, and what can be undone by a change, in order. */
export const writingSteps: readonly Step[] = [
	{ title: 'Create a customer', run: createCustomer },
	{ title: 'Register a webhook', run: createWebhook },
	{ title: 'Send an invoice without its PDF', run: sendIncompleteInvoice },
	{ title: 'Create an invoice with PDF', run: createInvoiceWithPdf },
	{ title: 'Look for it in the list', run: readListOfInvoices },
	{ title: 'Create an invoice from lines with the same number', run: createInvoiceFromLines },
	{ title: 'Download the PDF', run: downloadPdf },
	{ title: 'Create an offer and reject it', run: createAndRejectOffer },
	{ title: 'Create a payment link and close it', run: createAndClosePaymentLink },
	{ title: 'Create an agreement', run: createAgreement },
	{ title: 'Wait for the call of the webhook', run: awaitWebhookCall },
	{ title: 'Mark the invoices as paid', run: markInvoicesPaid },
];

/** What comes last, when everything was looked at. */
export const deletingSteps: readonly Step[] = [
	{ title: 'Try to delete what was made', run: tryToDelete },
];

/**
 * Carries out the steps. One that does not work is noted, and the others go on.
 * @param onProgress Called before each step.
 * @throws Interruption
 */
export async function carryOut(
	steps: readonly Step[],
	bench: Workbench,
	onProgress: (title: string, done: number, of: number) => void,
): Promise<void> {
	for (const [index, { title, run }] of steps.entries()) {
		onProgress(title, index, steps.length);
		try {
			await run(bench);
		} catch (cause) {
			const isKnown = cause instanceof StepFailure || cause instanceof NoAnswer;
			if (!isKnown) throw cause;
			bench.evidence.failures.push(`${title}: ${cause.message}`);
		}
	}
}
