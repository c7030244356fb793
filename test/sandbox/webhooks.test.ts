import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import type { Portal } from '../../sandbox/portal';
import { webhookTypes } from '../../sandbox/webhooks';
import { firstCustomerId, invoiceForm, linesBody, start, stopAll, type Started } from './setup';

interface Call {
	headers: IncomingHttpHeaders;
	text: string;
}

const receivers: Server[] = [];

/** A receiver that answers with these statuses, the last one from then on. */
async function receiver(...statuses: number[]): Promise<{ url: string; calls: Call[] }> {
	const calls: Call[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			calls.push({ headers: request.headers, text: Buffer.concat(chunks).toString() });
			response.statusCode = statuses[calls.length - 1] ?? statuses.at(-1) ?? 200;
			response.setHeader('location', 'http://127.0.0.1:9/');
			response.end();
		});
	});
	receivers.push(server.listen(0, '127.0.0.1'));
	await once(server, 'listening');
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, calls };
}

afterAll(async () => {
	await stopAll();
	for (const server of receivers) {
		server.close();
		server.closeAllConnections();
	}
});

async function register({ api }: Started, type: string, url: string): Promise<string> {
	const answer = await api.post<{ secret: string }>('/webhooks', { type, url });
	expect(answer.status).toBe(201);
	return answer.data.secret;
}

test('a call carries the object and the secret', async () => {
	const started = await start();
	const { url, calls } = await receiver();
	const secret = await register(started, 'invoice-created', url);
	const other = await receiver();
	await register(started, 'invoice-paid', other.url);
	const created = await started.api.post('/customer-invoices', invoiceForm());
	await started.portal.webhooks.settled();
	expect(calls).toHaveLength(1);
	expect(JSON.parse(calls[0]?.text ?? '')).toEqual(created.data);
	expect(calls[0]?.headers).toMatchObject({
		'content-type': 'application/json',
		'x-webhook-signature': secret,
	});
	expect(other.calls).toHaveLength(0);
	expect(started.portal.webhooks.deliveries).toEqual([
		expect.objectContaining({ type: 'invoice-created', url, attempt: 1, status: 200 }),
	]);
});

test('a call can be signed with an HMAC instead', async () => {
	const started = await start({ webhookSignature: 'hmac' });
	const { url, calls } = await receiver();
	const secret = await register(started, 'customer-created', url);
	await started.portal.webhooks.fire('customer-created', { id: 'cst_1', naam: 'é' });
	const expected = createHmac('sha256', secret)
		.update(calls[0]?.text ?? '')
		.digest('hex');
	expect(calls[0]?.headers['x-webhook-signature']).toBe(expected);
});

test('failed calls are tried again as often as set', async () => {
	const started = await start({ webhookRetries: 2 });
	const { url, calls } = await receiver(500, 302, 204);
	await register(started, 'ticket-created', url);
	await started.portal.webhooks.fire('ticket-created', { id: 'tic_1' });
	expect(calls).toHaveLength(3);
	expect(
		started.portal.webhooks.deliveries.map(({ attempt, status }) => [attempt, status]),
	).toEqual([
		[1, 500],
		[2, 302],
		[3, 204],
	]);
});

test('a receiver that is not there is recorded, and another machine is never called', async () => {
	const started = await start();
	await register(started, 'ticket-created', 'http://127.0.0.1:9/');
	await register(started, 'ticket-created', 'https://example.com/hook');
	await register(started, 'ticket-created', 'http://127.0.0.1.example.com/');
	await started.portal.webhooks.fire('ticket-created', {});
	const errors = started.portal.webhooks.deliveries.map(({ url, error }) => [url, error]);
	expect(errors.sort()).toEqual([
		['http://127.0.0.1.example.com/', 'Not called: the address is not on this machine.'],
		['http://127.0.0.1:9/', expect.stringContaining('ECONNREFUSED')],
		['https://example.com/hook', 'Not called: the address is not on this machine.'],
	]);
});

test.each([
	['methodNotAllowed', 405, 1],
	['notFound', 404, 1],
	['supported', 200, 0],
] as const)('deleting a webhook: %s', async (webhookDeletion, status, left) => {
	const { portal, api } = await start({ webhookDeletion });
	const { data } = await api.post<{ id: string }>('/webhooks', {
		url: 'http://127.0.0.1:9/',
		type: 'invoice-paid',
	});
	const answer = await api.delete(`/webhooks/${data.id}`);
	expect(answer.status).toBe(status);
	expect(portal.state.webhooks).toHaveLength(left);
	expect((await api.get(`/webhooks/${data.id}`)).status).toBe(left === 1 ? 200 : 404);
});

/** Presses a button of the web page. */
async function press(portal: Portal, action: string, id = ''): Promise<void> {
	const answer = await axios.post(`${portal.url}/actions/${action}`, new URLSearchParams({ id }), {
		maxRedirects: 0,
		validateStatus: () => true,
	});
	expect([action, answer.status]).toEqual([action, 303]);
}

test('all events can be caused, through the API or the web page', async () => {
	const started = await start();
	const { portal, api } = started;
	const { url } = await receiver();
	for (const type of webhookTypes) await register(started, type, url);
	const make = async (path: string, body: object): Promise<string> =>
		(await api.post<{ id: string }>(path, body)).data.id;

	const appointment = await make('/appointments', {
		name: 'G',
		customerId: firstCustomerId,
		startsAt: '2030-01-01 10:00',
		endsAt: '2030-01-01 11:00',
	});
	await api.delete(`/appointments/${appointment}`);

	const invoice = await make('/customer-invoices/manual', linesBody('invoice'));
	await api.patch(`/customer-invoices/${invoice}`, { paidAt: '2026-01-01' });
	await press(portal, 'charge-back-invoice', invoice);
	await press(portal, 'delete-invoice', invoice);

	const [accepted, rejected] = [
		await make('/customer-offers/manual', linesBody('offer')),
		await make('/customer-offers/manual', linesBody('offer')),
	];
	await press(portal, 'accept-offer', accepted);
	await press(portal, 'reject-offer', rejected);
	expect(portal.state.offers[0]).toMatchObject({ acceptedViaIp: '127.0.0.1', rejectedAt: null });
	expect(portal.state.offers[1]?.rejectedAt).not.toBeNull();
	await press(portal, 'delete-offer', rejected);

	const link = { description: 'L', amount: '5.00' };
	const paid = await make('/payment-links', link);
	await press(portal, 'pay-payment-link', paid);
	await press(portal, 'expire-payment-link', await make('/payment-links', link));

	await press(portal, 'open-ticket');
	const ticket = portal.state.tickets.at(-1)?.id ?? '';
	await press(portal, 'answer-ticket', ticket);
	await api.post(`/tickets/${ticket}`, { message: 'x' });

	const subscription = await make('/customer-subscriptions', {
		customerId: firstCustomerId,
		description: 'H',
		startDate: '2026-01-01',
		interval: '1 year',
		amount: '1.00',
		vatRate: 21,
	});
	await api.patch(`/customer-subscriptions/${subscription}`, { amount: '2.00' });
	await press(portal, 'charge-subscription', subscription);
	await press(portal, 'pay-subscription', subscription);
	await press(portal, 'delete-subscription', subscription);

	const fields = {
		companyName: 'N',
		address: 'A',
		zipCode: 'Z',
		city: 'C',
		primaryEmail: 'n@x.nl',
	};
	await press(portal, 'delete-customer', await make('/customers', fields));

	await portal.webhooks.settled();
	const fired = new Set(portal.webhooks.deliveries.map(({ type }) => type));
	expect(webhookTypes.filter((type) => !fired.has(type))).toEqual([]);
	expect(portal.contractViolations).toEqual([]);
	const payments = (await api.get<{ data: unknown[] }>(`/payment-links/${paid}/payments`)).data
		.data;
	expect(payments).toEqual([expect.objectContaining({ amount: '5.00', status: 'paid' })]);
});
