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
	// Two are under way at once after the first answer, which tells how many are left.
	const afterFirst = { method: 'POST', path: CREATE, skip: 1 } as const;
	fixture.portal.misbehave({ ...afterFirst, kind: 'loseAnswer' });
	fixture.portal.misbehave({
		...afterFirst,
		kind: 'status',
		status: 422,
		body: { message: 'The amount is too high.' },
	});
	fixture.portal.misbehave(LIST_FORBIDDEN);
	const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(3) });
	expect(error?.description).toContain(
		[
			'1 of 3 invoices is in the portal; do not send it again.<ul>',
			'<li>Not created: 2026-2 (item 2): The amount is too high</li>',
			'<li>May be in the portal, so look there before sending again: 2026-1 (item 1)</li>',
			'<li>In the portal: 2026-0 (item 0)</li>',
			"<li>n8n's Retry makes only what is missing; ",
		].join(''),
	);
	expect(fixture.portal.state.invoices).toHaveLength(2);
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
		expect(description).toContain('10 of 100 invoices are in the portal');
		expect(description).toMatch(/May be in the portal, [^:]*: 2026-1\d \(item 1\d\)/);
		expect(description).toMatch(/Not sent: 2026-1\d, .* and 7\d more \(items 1\d to 99\)/);
		expect(description).not.toContain('Not created:');
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

describe('an outage in a run that continues, from the 11th of 100 requests on', () => {
	const LIST_BROKEN = {
		method: 'GET',
		path: CREATE,
		times: 999,
		kind: 'status',
		status: 502,
	} as const;

	/** How often the first page of a list was asked for. */
	const readingsOf = (ofList: RegExp): number =>
		fixture.portal.requests.filter(
			({ method, path, query }) =>
				method === 'GET' && ofList.test(path) && query.page === undefined,
		).length;

	/** What the items say, by fate. */
	async function runOn(parameters: INodeParameters) {
		const { items } = await fixture.run({
			parameters,
			items: invoiceItems(100),
			settings: { onError: 'continueRegularOutput' },
		});
		const says = (words: string): number =>
			items.filter(({ json }) => String(json.error).includes(words)).length;
		return {
			done: items.filter(({ json }) => json.error === undefined).length,
			unknown: says('Whether the request was carried out is unknown'),
			unsent: says('nothing of it was sent'),
			absent: says('the change was not made'),
		};
	}

	it.each([
		['carries out what it answers with 502', { kind: 'status', status: 502, carryOut: true }],
		['carries nothing out', { kind: 'status', status: 502 }],
		['loses every answer', { kind: 'loseAnswer' }],
	] as const)('that %s lets at most 5 further requests go out', async (_name, misbehaviour) => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			skip: 10,
			times: 999,
			...misbehaviour,
		});
		fixture.portal.misbehave(LIST_BROKEN);
		const { done, unknown, unsent } = await runOn(INVOICE);
		const failing = posts(fixture) - 10;
		expect(failing).toBeLessThanOrEqual(6);
		expect({ done, unknown, unsent }).toEqual({ done: 10, unknown: failing, unsent: 90 - failing });
	});

	it('whose list shows that nothing was made ends with what was not sent, too', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			skip: 10,
			times: 999,
			kind: 'dropRequest',
		});
		const { done, unknown, unsent, absent } = await runOn(INVOICE);
		expect(posts(fixture) - 10).toBeLessThanOrEqual(6);
		expect({ done, unknown, together: unsent + absent }).toEqual({
			done: 10,
			unknown: 0,
			together: 90,
		});
		expect(absent).toBeGreaterThan(0);
		expect(fixture.portal.state.invoices).toHaveLength(10);
	});

	it('reads the list once for what was named in it, not once per item', async () => {
		const path = /^\/customers$/;
		fixture.portal.misbehave({ method: 'GET', path, times: 999, kind: 'status', status: 502 });
		const { done, unsent } = await runOn({
			...INVOICE,
			customerId: { __rl: true, mode: 'email', value: '={{ $itemIndex }}@example.org' },
		});
		expect({ done, unsent }).toEqual({ done: 0, unsent: 0 });
		expect(posts(fixture)).toBe(0);
		// The first try and three more.
		expect(readingsOf(path)).toBe(4);
	});

	it.each([
		['can be read', false],
		['cannot be read either', true],
	])('looks for all that is in doubt together, in a list that %s', async (_name, isBroken) => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			skip: 10,
			times: 999,
			kind: 'loseAnswer',
		});
		if (isBroken) fixture.portal.misbehave(LIST_BROKEN);
		const { done } = await runOn(INVOICE);
		expect(done).toBe(isBroken ? 10 : 100);
		// Each look is a try and at most three more.
		const looks = isBroken ? Math.ceil(readingsOf(CREATE) / 4) : readingsOf(CREATE);
		// Fewer readings than items in doubt, of a list with up to seven pages.
		expect(looks).toBeLessThan(isBroken ? 2 * (posts(fixture) - 10) : 90);
	});

	it('that passes keeps nothing from being done', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			skip: 10,
			times: 3,
			kind: 'dropRequest',
		});
		expect(await runOn(INVOICE)).toMatchObject({ done: 100 });
		expect(fixture.portal.state.invoices).toHaveLength(100);
	});

	it('after which nothing is certain goes on when one is answered', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: /payment-links$/,
			skip: 10,
			times: 3,
			kind: 'loseAnswer',
		});
		const { done, unknown, unsent } = await runOn(LINK);
		expect({ done, unknown, unsent }).toEqual({ done: 97, unknown: 3, unsent: 0 });
		expect(fixture.portal.state.paymentLinks).toHaveLength(100);
	});
});

it('a removal that may have been carried out is not called unsent when the execution is canceled', async () => {
	const { items } = await fixture.run({ parameters: LINK });
	fixture.portal.misbehave({ method: 'DELETE', times: 99, kind: 'loseAnswer' });
	const { error } = await fixture.run({
		parameters: {
			resource: 'paymentLink',
			operation: 'close',
			linkId: byId(items[0]?.json.id as string),
		},
		onStart: (cancel) => {
			void (async () => {
				while (fixture.portal.state.paymentLinks[0]?.status !== 'closed') {
					await new Promise(setImmediate);
				}
				cancel();
			})();
		},
	});
	expect(error?.message).toContain('Whether the request was carried out is unknown');
	expect(error?.description).toContain('canceled before that could be found out');
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
		expect(error?.message).toBe('Scheduled maintenance [item 0]');
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
	expect(error?.description).toContain('for the invoice 2026-0 of customer ');
	expect(fixture.portal.state.invoices).toHaveLength(1);
	expect(posts(fixture)).toBe(1);
});

it('a removal that is cancelled while it waits to be sent again may have been carried out', async () => {
	const link = (await fixture.run({ parameters: LINK })).items[0]?.json.id as string;
	fixture.portal.misbehave({ method: 'DELETE', times: 99, kind: 'dropRequest' });
	const isRemoval = ({ method }: { method: string }) => method === 'DELETE';
	const { error } = await fixture.run({
		parameters: { resource: 'paymentLink', operation: 'close', linkId: byId(link) },
		onStart: (cancel) => {
			void (async () => {
				while (!fixture.portal.requests.some(isRemoval)) await new Promise(setImmediate);
				cancel();
			})();
		},
	});
	expect(fixture.portal.requests.filter(isRemoval).length).toBeLessThan(4);
	expect(error?.message).toContain('Whether the request was carried out is unknown');
	expect(error?.description).not.toContain('was not sent');
});
