import { fieldOf, isSuccess } from '../asking/exchange';
import { testPdfPart } from './testPdf';
import { madeOrFail, make, type OwnObject, StepFailure, type Workbench } from './workbench';

/** Creates the customer that everything else belongs to. */
export async function createCustomer(bench: Workbench): Promise<void> {
	const name = `n8n check ${bench.plan.stamp}`;
	const made = await make(bench, {
		kind: 'customer',
		name,
		remark: 'stays in the portal; remove it there',
		request: {
			operationId: 'create-customer',
			method: 'POST',
			path: '/customers',
			body: {
				companyName: name,
				address: 'Teststraat 1',
				zipCode: '1234AB',
				city: 'Utrecht',
				countryCode: 'NL',
				primaryEmail: bench.plan.email,
			},
		},
	});
	bench.customer = madeOrFail(made, 'the customer');
}

/** Registers the webhook, before there is something to call it for. */
export async function createWebhook(bench: Workbench): Promise<void> {
	const { webhookUrl, stamp } = bench.plan;
	if (webhookUrl === undefined) return;
	const made = await make(bench, {
		kind: 'webhook',
		name: `invoice-created, ${stamp}`,
		remark: 'stays in the portal; remove it there',
		request: {
			operationId: 'create-webhook',
			method: 'POST',
			path: '/webhooks',
			body: { url: webhookUrl, type: 'invoice-created' },
		},
	});
	bench.webhook = madeOrFail(made, 'the webhook');
	bench.evidence.webhook = {};
}

/** Waits for the call about the first invoice. */
export async function awaitWebhookCall(bench: Workbench): Promise<void> {
	const { webhook, receiver, invoices, evidence, webhookPatience, signal } = bench;
	const invoice = invoices.find(({ entry }) => entry.kind.startsWith('invoice'));
	if (!webhook || !receiver || !invoice || !evidence.webhook) return;
	const call = await receiver.firstCall(
		{ secret: String(fieldOf(webhook.body, 'secret')), identifier: invoice.id },
		webhookPatience,
		signal,
	);
	if (!call) {
		throw new StepFailure(
			'no call arrived; the address has to lead to this machine, to the port of --webhook-port',
		);
	}
	evidence.webhook.call = call;
}

/** The smallest PNG. */
const SIGNATURE =
	'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Creates an agreement, whose body holds lists of objects and files. */
export async function createAgreement(bench: Workbench): Promise<void> {
	const { plan, evidence } = bench;
	if (!plan.mayInvite) return;
	const name = `n8n check ${plan.stamp}`;
	const form = new FormData();
	form.append('name', name);
	form.append('signerName', 'n8n check');
	form.append('signerSignatureData', SIGNATURE);
	form.append('signers[0][firstName]', 'Check');
	form.append('signers[0][lastName]', 'N8n');
	form.append('signers[0][email]', plan.email);
	form.append('signers[0][shouldIdentify]', evidence.booleans?.taken === 'digits' ? '0' : 'false');
	form.append('documents[]', await testPdfPart(), 'n8n-check.pdf');
	const { exchange } = await make(bench, {
		kind: 'agreement',
		name,
		remark: 'stays in the portal; remove it there',
		mayBeRefused: true,
		request: { operationId: 'create-agreement', method: 'POST', path: '/agreements', body: form },
	});
	evidence.agreementStatus = exchange.status;
}

/** No such address, or no such method (RFC 9110). */
const NOT_OFFERED = [404, 405, 501];

/** Tries to delete what was made, which no page of the documentation offers. */
export async function tryToDelete(bench: Workbench): Promise<void> {
	const { evidence, webhook, offer, invoices, customer } = bench;
	if (webhook && evidence.webhook) {
		const status = await remove(bench, '/webhooks', webhook);
		evidence.webhook.deletion =
			webhook.entry.state === 'deleted'
				? 'removed'
				: NOT_OFFERED.includes(status)
					? 'not offered'
					: 'refused';
	}
	const others: Array<[kind: string, path: string, object: OwnObject | undefined]> = [
		['offer', '/customer-offers', offer],
		...invoices.map((invoice): [string, string, OwnObject] => [
			'invoice',
			'/customer-invoices',
			invoice,
		]),
		['customer', '/customers', customer],
	];
	for (const [kind, path, object] of others) {
		if (!object) continue;
		const status = await remove(bench, path, object);
		evidence.deletions.push({ kind, status, isGone: object.entry.state === 'deleted' });
	}
}

async function remove({ client }: Workbench, path: string, { id, entry }: OwnObject) {
	const { status } = await client.send({
		method: 'DELETE',
		path: `${path}/${encodeURIComponent(id)}`,
	});
	if (isSuccess({ status })) entry.state = 'deleted';
	return status;
}
