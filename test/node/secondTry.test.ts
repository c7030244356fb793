import './fastClock';
import { byId, INVOICE, invoiceItems, trace, usePortal } from './portalFixture';

const fixture = usePortal();
const CREATE = /^\/customer-invoices$/;
const THE_SAME = { ...INVOICE, invoiceNumber: 'the same' };

const methods = (): string[] => trace(fixture).map((line) => line.split(' ')[0] ?? '');

it('an answer that gets lost on the second try is looked for, too', async () => {
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'dropRequest' });
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'loseAnswer' });
	const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
	expect(error).toBeUndefined();
	expect(fixture.portal.state.invoices).toHaveLength(1);
	expect(items[0]?.json.id).toBe(fixture.portal.state.invoices[0]?.id);
	expect(methods()).toEqual(['POST', 'GET', 'GET', 'POST', 'GET']);
});

it('what is refused on the second try because it is there by then is found', async () => {
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'dropRequest' });
	// As if the first try came through after it was looked for.
	fixture.portal.misbehave({
		method: 'POST',
		path: CREATE,
		kind: 'status',
		status: 409,
		body: { message: 'The invoiceNumber has already been taken.' },
		carryOut: true,
	});
	const { items, error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(1) });
	expect(error).toBeUndefined();
	expect(items[0]?.json.id).toBe(fixture.portal.state.invoices[0]?.id);
	expect(methods()).toEqual(['POST', 'GET', 'GET', 'POST', 'GET']);
});

it('a removal that is refused on the second try because it was carried out is confirmed', async () => {
	const created = await fixture.run({
		parameters: { resource: 'paymentLink', operation: 'create', description: 'a', amount: '1' },
	});
	const linkId = byId(created.items[0]?.json.id as string);
	fixture.portal.requests.length = 0;
	fixture.portal.misbehave({ method: 'DELETE', kind: 'loseAnswer' });
	fixture.portal.misbehave({ method: 'DELETE', kind: 'status', status: 409 });
	const { items, error } = await fixture.run({
		parameters: { resource: 'paymentLink', operation: 'close', linkId },
	});
	expect(error).toBeUndefined();
	expect(items[0]?.json.status).toBe('closed');
	expect(methods()).toEqual(['DELETE', 'DELETE', 'GET']);
});

describe.each(['oldestFirst', 'newestFirst'] as const)('with lists that are %s', (listOrder) => {
	const ordered = usePortal({ listOrder });

	it('two equal items whose answers both get lost each find their own', async () => {
		ordered.portal.misbehave({ method: 'POST', path: CREATE, times: 2, kind: 'loseAnswer' });
		const { items, error } = await ordered.run({ parameters: THE_SAME, items: invoiceItems(2) });
		expect(error).toBeUndefined();
		const stored = ordered.portal.state.invoices.map(({ id }) => id);
		expect(stored).toHaveLength(2);
		expect(items.map(({ json }) => json.id).sort()).toEqual([...stored].sort());
	});
});

it('an invoice of another customer with the same number is not taken for a lost one', async () => {
	const [other] = fixture.portal.state.customers.slice(1);
	await fixture.run({
		parameters: { ...THE_SAME, customerId: byId(other?.id ?? '') },
		items: invoiceItems(1),
	});
	const [existing] = fixture.portal.state.invoices;
	// As if another program had made it: this process knows nothing of it.
	if (existing) existing.id = 'inv_ofsomebodyelse';
	fixture.portal.misbehave({ method: 'POST', path: CREATE, kind: 'dropRequest' });
	const { items, error } = await fixture.run({ parameters: THE_SAME, items: invoiceItems(1) });
	expect(error).toBeUndefined();
	expect(items[0]?.json.id).not.toBe('inv_ofsomebodyelse');
	expect(fixture.portal.state.invoices).toHaveLength(2);
});

it.each([
	['another item has stopped the run meanwhile', 1, 3],
	['what was tried before it has stopped the run', 2, 4],
])('nothing is sent once more when %s', async (_, dropped, posts) => {
	// Two are under way at once after the first answer, which tells how many are left.
	const afterFirst = { method: 'POST', path: CREATE, skip: 1 } as const;
	fixture.portal.misbehave({ ...afterFirst, times: dropped, kind: 'dropRequest' });
	fixture.portal.misbehave({
		...afterFirst,
		kind: 'status',
		status: 422,
		body: { message: 'The amount is too high.' },
	});
	const { error } = await fixture.run({ parameters: INVOICE, items: invoiceItems(3) });
	expect(methods().filter((method) => method === 'POST')).toHaveLength(posts);
	expect(error?.description).toContain('1 of 3 invoices is in the portal');
	expect(error?.description).not.toContain('May be in the portal');
	expect(fixture.portal.state.invoices).toHaveLength(1);
});
