import './fastClock';
import { AxiosError } from 'axios';
import { toEnding } from '../../nodes/shared/transport/ending';
import {
	byId,
	CUSTOMER,
	CUSTOMER_ID,
	INVOICE,
	invoiceItems,
	itemWithFile,
	LINK,
	pdf,
	trace,
	usePortal,
} from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices$/;
const TWO_TRIES = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

describe('Retry On Fail', () => {
	it('does not send again what may have been carried out', async () => {
		fixture.portal.misbehave({ method: 'POST', path: /payment-links$/, kind: 'loseAnswer' });
		const { error } = await fixture.run({ parameters: LINK, settings: TWO_TRIES });
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(fixture.portal.state.paymentLinks).toHaveLength(1);
		expect(trace(fixture).filter((line) => line.startsWith('POST'))).toEqual([
			'POST /payment-links lost',
		]);
	});

	it('knows an item again whose expressions give another value at each try', async () => {
		fixture.portal.misbehave({
			method: 'POST',
			path: CREATE,
			skip: 2,
			kind: 'status',
			status: 422,
		});
		const { error, items } = await fixture.run({
			parameters: { ...INVOICE, additionalFields: { paidAt: '={{ $now }}' } },
			items: invoiceItems(3),
			settings: { ...TWO_TRIES, waitBetweenTries: 1100 },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(fixture.portal.state.invoices).toHaveLength(3);
	}, 20_000);
});

describe('what is found after a lost answer', () => {
	it('is not taken when it belongs to an earlier request', async () => {
		const first = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'dropRequest' });
		const second = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
		expect(second.error).toBeUndefined();
		expect(second.items[0]?.json.id).not.toBe(first.items[0]?.json.id);
		expect(fixture.portal.state.invoices).toHaveLength(2);
	}, 20_000);

	it('is not taken when it does not fit, and nothing is sent again', async () => {
		const [invoice] = (await fixture.run({ parameters: INVOICE, items: invoiceItems(1) })).items;
		const [stored] = fixture.portal.state.invoices;
		// As if another program had made it: this process knows nothing of it.
		if (stored) stored.id = 'inv_ofsomebodyelse';
		fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'dropRequest' });
		const { error } = await fixture.run({
			parameters: { ...INVOICE, amount: '99' },
			items: invoiceItems(1),
		});
		expect(invoice).toBeDefined();
		expect(error?.message).toContain('Whether the request was carried out is unknown');
		expect(error?.description).toContain('inv_ofsomebodyelse is like it, but has another amount');
		expect(fixture.portal.state.invoices).toHaveLength(1);
	}, 20_000);
});

describe('an API that writes values back in another way', () => {
	const tidy = usePortal({
		alterAnswer: ({ body }) =>
			JSON.parse(
				JSON.stringify(body)
					.replaceAll('Bakkerij  Zon', 'Bakkerij Zon')
					.replaceAll('Info@Zon.example', 'info@zon.example'),
			) as unknown,
	});

	it('does not keep a lost answer from being found', async () => {
		tidy.portal.misbehave({ method: 'POST', path: /^\/customers$/, kind: 'loseAnswer' });
		const before = tidy.portal.state.customers.length;
		const { error, items } = await tidy.run({
			parameters: {
				...CUSTOMER,
				companyName: 'Bakkerij  Zon',
				primaryEmail: 'Info@Zon.example',
			},
		});
		expect(error).toBeUndefined();
		expect(items[0]?.json.primaryEmail).toBe('info@zon.example');
		expect(tidy.portal.state.customers).toHaveLength(before + 1);
	});
});

it('a change that is being confirmed is not reported as not sent when another item fails', async () => {
	const links = await fixture.run({
		parameters: LINK,
		items: [{ json: { description: 'a' } }],
	});
	const id = links.items[0]?.json.id as string;
	fixture.portal.misbehave({ method: 'DELETE', path: new RegExp(id), kind: 'loseAnswer' });
	const { error } = await fixture.run({
		parameters: { resource: 'paymentLink', operation: 'close', linkId: byId('={{ $json.id }}') },
		items: [{ json: { id } }, { json: { id: 'plk_unknown' } }],
	});
	expect(error?.description).toContain('1 of 2 items was carried out; do not run it again.');
	expect(error?.description).toContain('<li>Carried out: a (item 0)</li>');
}, 20_000);

it('an item that cannot even be prepared does not keep the others waiting', async () => {
	const { error } = await fixture.run({
		parameters: { ...INVOICE, issuedAt: '={{ $json.date }}' },
		timezone: 'Europe/Nowhere',
		items: [
			itemWithFile(pdf(), { json: { number: '1', date: '' } }),
			itemWithFile(pdf(), { json: { number: '2', date: '2026-01-01T00:00:00Z' } }),
		],
	});
	expect(error).toBeDefined();
	expect(fixture.portal.requests).toEqual([]);
});

it('a message keeps its words when the code of a network error hides in them', async () => {
	const { error } = await fixture.run({
		parameters: { ...INVOICE, invoiceNumber: '1' },
		items: [itemWithFile(Buffer.from('hello'), { fileName: 'Modeaccessoires BV.pdf' })],
	});
	expect(error?.message).toContain('holds a file that is not a PDF: "Modeaccessoires BV.pdf"');
});

it.each([
	['={{ "false" }}', 3],
	['={{ "true" }}', 20],
])('Return All reads %s', async (returnAll, count) => {
	await fixture.run({ parameters: INVOICE, items: invoiceItems(20) });
	const { items } = await fixture.run({
		parameters: { resource: 'invoice', operation: 'getAll', returnAll, limit: 3 },
	});
	expect(items).toHaveLength(count);
});

it('a boolean that the API refuses for another reason does not change how booleans are written', async () => {
	const body = { message: 'sendNotification: the customer has no e-mail address.' };
	fixture.portal.misbehave({
		method: 'POST',
		path: CREATE,
		times: 2,
		kind: 'status',
		status: 422,
		body,
	});
	const parameters = { ...INVOICE, sendNotification: true };
	await fixture.run({ parameters, items: invoiceItems(1) });
	await fixture.run({ parameters, items: invoiceItems(1) });
	expect(fixture.portal.requests.at(-1)?.body).toMatchObject({
		customerId: CUSTOMER_ID,
		sendNotification: 'true',
	});
});

describe('a network error', () => {
	const ending = (code: string, syscall?: string) =>
		toEnding(AxiosError.from(Object.assign(new Error(code), { code, syscall }), code)).kind;

	it.each([
		['ECONNREFUSED', 'connect', 'notSent'],
		['ETIMEDOUT', 'connect', 'notSent'],
		['ENOTFOUND', 'getaddrinfo', 'notSent'],
		['ECONNREFUSED', undefined, 'notSent'],
		['EHOSTUNREACH', 'connect', 'notSent'],
		['EHOSTUNREACH', 'read', 'lost'],
		['ECONNRESET', 'read', 'lost'],
		['EPIPE', 'write', 'lost'],
		['ECONNRESET', 'write', 'lost'],
		['ETIMEDOUT', 'shutdown', 'lost'],
		['ECONNABORTED', undefined, 'lost'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'notSent'],
	])('%s at %s means %s', (code, syscall, kind) => {
		expect(ending(code, syscall)).toBe(kind);
	});
});
