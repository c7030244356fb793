import { TIMES_FASTER } from './fastClock';
import type { INodeParameters } from 'n8n-workflow';
import {
	byId,
	CUSTOMER_ID,
	INVOICE,
	invoiceItems,
	LINK,
	type PortalFixture,
	trace,
	usePortal,
} from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices$/;
const LIST_FORBIDDEN = {
	method: 'GET',
	path: CREATE,
	times: 99,
	kind: 'status',
	status: 403,
	body: { message: 'Invalid scope(s) provided.' },
} as const;

function posts({ portal }: PortalFixture): number {
	return portal.requests.filter(({ method }) => method === 'POST').length;
}

it('an invoice that another workflow reads meanwhile is still known as the one of this run', async () => {
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
	// The first look fails, so that the other workflow reads it before the second.
	fixture.portal.misbehave({ method: 'GET', path: CREATE, times: 4, kind: 'status', status: 503 });
	const creating = fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
	while (fixture.portal.state.invoices.length === 0) await new Promise(setImmediate);
	const id = fixture.portal.state.invoices[0]?.id ?? '';
	const read = await fixture.run({
		parameters: { resource: 'invoice', operation: 'get', invoiceId: byId(id) },
	});
	expect(read.items[0]?.json.id).toBe(id);
	const { items, error } = await creating;
	expect(error).toBeUndefined();
	expect(items[0]?.json.id).toBe(id);
	expect(fixture.portal.state.invoices).toHaveLength(1);
});

it('what may have been carried out is not listed as failed', async () => {
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
	fixture.portal.misbehave({
		method: 'POST',
		path: CREATE,
		kind: 'status',
		status: 422,
		body: { message: 'The amount is too high.' },
	});
	fixture.portal.misbehave(LIST_FORBIDDEN);
	// Both are under way at once after an answer that tells how many are left.
	await fixture.run({ parameters: { resource: 'customer', operation: 'getAll' } });
	const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(2) });
	expect(error?.description).toContain('0 of 2 items were carried out.');
	expect(error?.description).toContain(
		'Failed: item 1. May have been carried out, so look for them in the portal: item 0.',
	);
	expect(fixture.portal.state.invoices).toHaveLength(1);
});

describe('an outage from the 11th of 100 requests on', () => {
	const OUTAGE = { method: 'POST', path: CREATE, skip: 10, times: 999 } as const;

	it.each([
		['carries out what it answers with 502', { kind: 'status', status: 502, carryOut: true }],
		['carries nothing out', { kind: 'status', status: 502 }],
		['loses every answer', { kind: 'loseAnswer' }],
	] as const)('that %s lets at most 5 further requests go out', async (_name, misbehaviour) => {
		fixture.portal.misbehave({ ...OUTAGE, ...misbehaviour });
		fixture.portal.misbehave({
			method: 'GET',
			path: CREATE,
			times: 999,
			kind: 'status',
			status: 502,
		});
		const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(100) });
		const sent = posts(fixture);
		expect(sent).toBeGreaterThan(10);
		expect(sent).toBeLessThanOrEqual(15);
		const { description = '' } = error ?? {};
		expect(description).toContain('10 of 100 items were carried out');
		expect(description).toMatch(/May have been carried out.*: items? 1\d/);
		expect(description).toMatch(/Not sent: items .*99\.$/);
		expect(description).not.toContain('Failed:');
	});

	it('that carries everything out, with a list that can be read, ends with 100 of 100', async () => {
		fixture.portal.misbehave({ ...OUTAGE, kind: 'loseAnswer' });
		const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(100) });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.invoiceNumber)).toEqual(
			Array.from({ length: 100 }, (_, index) => `2026-${index}`),
		);
		expect(fixture.portal.state.invoices).toHaveLength(100);
	});
});

it.each([3, 8, 20])(
	'a request that the API finishes %i seconds after its connection ended is not sent again',
	async (seconds) => {
		const milliseconds = (seconds * 1000) / TIMES_FASTER;
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'finishLate', milliseconds });
		const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(error).toBeUndefined();
		expect(posts(fixture)).toBe(1);
		expect(items[0]?.json.id).toBe(fixture.portal.state.invoices[0]?.id);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	},
);

it('twenty lost answers do not each read the list', async () => {
	await fixture.run({ parameters: INVOICE, items: invoiceItems(150) });
	fixture.portal.requests.length = 0;
	fixture.portal.misbehave({ method: 'POST', path: CREATE, times: 20, kind: 'loseAnswer' });
	const { error } = await fixture.run({
		parameters: { ...INVOICE, invoiceNumber: '={{ "next-" + $itemIndex }}' },
		items: invoiceItems(20),
	});
	expect(error).toBeUndefined();
	expect(fixture.portal.state.invoices).toHaveLength(170);
	const readings = fixture.portal.requests.filter(
		({ method, query }) => method === 'GET' && query.page === undefined,
	);
	expect(readings.length).toBeLessThan(20);
});

describe('a change', () => {
	it('is not taken for done by a date that the object had before', async () => {
		const created = await fixture.run({
			parameters: {
				resource: 'subscription',
				operation: 'create',
				customerId: byId(CUSTOMER_ID),
				description: 'Hosting',
				startDate: '2026-01-01',
				amount: '10',
			},
		});
		const subscriptionId = byId(created.items[0]?.json.id as string);
		const update = { resource: 'subscription', operation: 'update', subscriptionId };
		await fixture.run({
			parameters: { ...update, updateFields: { terminatedAt: '2027-01-01 00:00' } },
		});
		fixture.portal.misbehave({ method: 'PATCH', kind: 'dropRequest' });
		const { error, items } = await fixture.run({
			parameters: { ...update, updateFields: { terminatedAt: '2027-06-01 00:00' } },
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json.terminatedAt).toContain('2027-06-01');
		expect(String(fixture.portal.state.subscriptions[0]?.terminatedAt)).toContain('2027-06-01');
	});
});

describe('an answer that is none of this API', () => {
	const MAINTENANCE = {
		kind: 'status',
		status: 200,
		body: { message: 'Scheduled maintenance.' },
	} as const;

	it('to a create that was not carried out makes it looked for and sent once more', async () => {
		fixture.portal.misbehave({ method: 'POST', path: CREATE, ...MAINTENANCE });
		const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(error).toBeUndefined();
		expect(items[0]?.json.id).toBe(fixture.portal.state.invoices[0]?.id);
		expect(fixture.portal.state.invoices).toHaveLength(1);
	});

	it('to a read is an error with the words that came', async () => {
		fixture.portal.misbehave({ method: 'GET', times: 9, ...MAINTENANCE });
		const { items, error } = await fixture.run({
			parameters: { resource: 'invoice', operation: 'get', invoiceId: byId('inv_1') },
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe('Scheduled maintenance. [item 0]');
	});
});

describe('closing a payment link', () => {
	async function createLink(): Promise<INodeParameters> {
		const { items } = await fixture.run({ parameters: LINK });
		fixture.portal.requests.length = 0;
		return {
			resource: 'paymentLink',
			operation: 'close',
			linkId: byId(items[0]?.json.id as string),
		};
	}

	it('answered with 204 is done', async () => {
		const close = await createLink();
		fixture.portal.misbehave({
			method: 'DELETE',
			kind: 'status',
			status: 204,
			carryOut: true,
			body: '',
		});
		const { items, error } = await fixture.run({ parameters: close });
		expect(error).toBeUndefined();
		expect(items[0]?.json.status).toBe('closed');
		expect(trace(fixture).map((line) => line.split(' ')[0])).toEqual(['DELETE', 'GET']);
	});

	it('without any answer is unknown, not failed', async () => {
		const close = await createLink();
		fixture.portal.misbehave({ times: 99, kind: 'loseAnswer' });
		const { error } = await fixture.run({ parameters: close });
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(fixture.portal.state.paymentLinks[0]?.status).toBe('closed');
	});

	it('carried out without answer, with a confirmation that fails, is unknown', async () => {
		const close = await createLink();
		fixture.portal.misbehave({ method: 'DELETE', kind: 'loseAnswer' });
		fixture.portal.misbehave({ method: 'GET', times: 99, kind: 'status', status: 500 });
		const { error } = await fixture.run({ parameters: close });
		expect(error?.message).toContain('Whether the request was carried out is unknown');
	});
});

it('a cancelled execution tells that what was under way may exist', async () => {
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
	fixture.portal.misbehave({
		method: 'GET',
		path: CREATE,
		times: 999,
		kind: 'status',
		status: 502,
	});
	const { error } = await fixture.run({
		parameters: INVOICE,
		items: invoiceItems(1),
		onStart: (cancel) => {
			void (async () => {
				while (fixture.portal.state.invoices.length === 0) await new Promise(setImmediate);
				cancel();
			})();
		},
	});
	expect(error?.message).toContain('Whether the request was carried out is unknown');
	expect(error?.description).toContain('for the invoice with invoiceNumber 2026-0');
	expect(fixture.portal.state.invoices).toHaveLength(1);
	expect(posts(fixture)).toBe(1);
});
