import { readContract, type Schema } from '../../sandbox/contract/document';
import { operations } from '../../sandbox/resources';
import { allScopes, scopeOfOperation } from '../../sandbox/scopes';
import { documentedOperations } from '../node/contract/documentedOperations';
import {
	firstCustomerId,
	form,
	invoiceForm,
	linesBody,
	pdfBytes,
	startForAll,
	type Answer,
} from './setup';

/** Every operation once. The portal itself checks each answer against the contract. */
const started = startForAll();

const signUp = { companyName: 'N', address: 'A 1', zipCode: '1234AB', city: 'C', email: 'n@x.nl' };
const customer = { ...signUp, primaryEmail: 'n@x.nl', email: undefined };
const pdf: [Buffer, string, string] = [pdfBytes, 'a.pdf', 'application/pdf'];
const packageFields = { name: 'P', interval: '1 month', amount: '9.95', vatRate: 21 };

function idOf(answer: Answer): string {
	expect(answer.data['id']).toEqual(expect.any(String));
	return String(answer.data['id']);
}

async function expectStatus(status: number, call: Promise<Answer>): Promise<Answer> {
	const answer = await call;
	expect({ status: answer.status, data: answer.data }).toEqual({
		status,
		data: expect.anything() as unknown,
	});
	return answer;
}

const get = (path: string) => expectStatus(200, started.api.get(path));
const remove = (path: string) => expectStatus(200, started.api.delete(path));
const patch = (path: string, body?: unknown) => expectStatus(200, started.api.patch(path, body));
const post = (path: string, body: unknown, status = 201) =>
	expectStatus(status, started.api.post(path, body));

test('agreements', async () => {
	const body = form({
		name: 'Contract',
		signerName: 'Jan',
		signerSignatureData: 'data:image/png;base64,iVBORw0KGgo=',
		'signers[0][firstName]': 'Dirk',
		'signers[0][lastName]': 'Bakker',
		'signers[0][email]': 'd@x.nl',
		'signers[0][shouldIdentify]': 'true',
		'documents[]': pdf,
	});
	const created = await post('/agreements', body);
	const id = idOf(created);
	const detailed = await get(`/agreements/${id}`);
	expect(detailed.data['signers']).toEqual([
		expect.objectContaining({ firstName: 'Dirk', shouldIdentify: true }),
	]);
	const [document] = detailed.data['documents'] as { id: string }[];
	await get(`/agreements/${id}/documents/${document?.id}/download`);
	await get('/agreements');
});

test('appointments', async () => {
	const startsAt = '2030-06-01 10:00';
	const endsAt = '2030-06-01 11:00:00';
	const body = { name: 'Gesprek', customerId: firstCustomerId, startsAt, endsAt };
	const created = await post('/appointments', body);
	expect(created.data['startsAt']).toBe('2030-06-01T10:00:00+02:00');
	const id = idOf(created);
	await get(`/appointments/${id}`);
	await patch(`/appointments/${id}`, { status: 'scheduled' });
	const list = await get('/appointments?start_at=2030-05-31%2000:00&days=3');
	expect(list.data).toEqual({ data: [expect.objectContaining({ id })] });
	await remove(`/appointments/${id}`);
});

test('customers and customer groups', async () => {
	const id = idOf(await post('/customers', customer));
	await get(`/customers/${id}`);
	await patch(`/customers/${id}`, { city: 'Utrecht' });
	await get('/customers');
	const groupId = idOf(await post('/customer-groups', { name: 'G', customers: [id] }));
	await get('/customer-groups');
	await get(`/customer-groups/${groupId}`);
	await patch(`/customer-groups/${groupId}`, { name: 'H' });
	const added = await post(`/customer-groups/${groupId}/customers`, { customers: [id] }, 200);
	expect(added.data['data']).toEqual([
		expect.objectContaining({ id, city: 'Utrecht', customerGroups: [groupId] }),
	]);
});

test('customer invoices', async () => {
	const id = idOf(await post('/customer-invoices', invoiceForm({ dueAt: '2026-03-01' })));
	await post('/customer-invoices/manual', linesBody('invoice'));
	await get(`/customer-invoices/${id}`);
	await patch(`/customer-invoices/${id}`, { paidAt: '2026-02-01' });
	await get(`/customer-invoices/${id}/pdf`);
	await get('/customer-invoices');
});

test('customer offers', async () => {
	const { api } = started;
	const body = form({
		customerId: firstCustomerId,
		offerNumber: 'O-2',
		issuedAt: '2026-01-01',
		expiresAt: '2026-02-01',
		amount: '5',
		pdf,
	});
	const id = idOf(await post('/customer-offers', body));
	await post('/customer-offers/manual', linesBody('offer'));
	await get(`/customer-offers/${id}`);
	await expectStatus(
		200,
		api.patch(`/customer-offers/${id}`, { acceptedAt: '2026-01-02 03:04:05' }),
	);
	await get('/customer-offers');
});

test('subscriptions and packages', async () => {
	const body = {
		customerId: firstCustomerId,
		description: 'Hosting',
		startDate: '2026-01-31',
		interval: '1 month',
		amount: '9.95',
		vatRate: 21,
	};
	const id = idOf(await post('/customer-subscriptions', body));
	await get('/customer-subscriptions');
	await get(`/customer-subscriptions/${id}`);
	const ended = await patch(`/customer-subscriptions/${id}`, {
		terminatedAt: '2026-05-01 00:00:00',
	});
	expect(ended.data).toMatchObject({ status: 'terminated' });

	const packageId = idOf(await post('/customer-subscription-packages', packageFields));
	const address = `/customer-subscription-packages/${packageId}`;
	await get('/customer-subscription-packages');
	await get(address);
	await patch(address, { availableForSale: true });
	const ofCustomer = await post(`${address}/sign-up`, { customerId: firstCustomerId });
	expect(ofCustomer.data).toMatchObject({ description: 'P', amount: '9.95' });
	const pending = await post(`${address}/sign-up/`, signUp);
	expect(pending.data['paymentLink']).toEqual(expect.stringContaining('http'));
});

test('files, file requests and file shares', async () => {
	const directoryId = started.portal.state.files.find(({ type }) => type === 'directory')?.id;
	const id = idOf(await post(`/files?directory=${directoryId}`, form({ file: ['text', 'a.txt'] })));
	await get(`/files/${directoryId}`);
	await get(`/files/${id}`);
	await get(`/files/${id}/download`);
	const body = { name: 'R', requestedFiles: [{ name: 'Logo' }], customerId: firstCustomerId };
	const requestId = idOf(await post('/file-requests', body));
	await get('/file-requests');
	await get(`/file-requests/${requestId}`);
	const shared = await post('/file-shares', { content: [id], customerId: firstCustomerId });
	await get('/file-shares');
	expect(shared.data['sharedContent']).toEqual([expect.objectContaining({ id })]);
});

test('invoices of MijnKlantportaal', async () => {
	const list = await get('/invoices');
	const [first] = list.data['data'] as { id: string }[];
	expect((await get(`/invoices/${first?.id}`)).data).toEqual(first);
});

test('payment links', async () => {
	const body = { description: 'Contributie', amount: '12.95', expiresAt: '2099-01-01' };
	const id = idOf(await post('/payment-links', body));
	await get('/payment-links');
	await get(`/payment-links/${id}`);
	await get(`/payment-links/${id}/payments`);
	await remove(`/payment-links/${id}`);
});

test('punch cards', async () => {
	const body = { name: 'Lessen', punches: 10, punchLabel: 'les', expiryValue: 3 };
	const id = idOf(await post('/punch-cards', { ...body, expirePeriod: 'years' }));
	await get('/punch-cards');
	await get(`/punch-cards/${id}`);
	await patch(`/punch-cards/${id}`, { forSale: true, price: '99.50', vatRate: 9 });
	const issued = started.portal.state.issuedPunchCards[0];
	const address = `/punch-cards/${issued?.punchCardId}/issued`;
	await get(address);
	await get(`${address}/${issued?.id}`);
	const stamped = await post(`${address}/${issued?.id}/stamp`, { stamps: 2 }, 200);
	expect(stamped.data['punchesLeft']).toBe(8);
});

test('tickets', async () => {
	const id = started.portal.state.tickets[0]?.id;
	await get('/tickets');
	await get(`/tickets/${id}`);
	const replied = await post(`/tickets/${id}`, { message: '<p>Hallo</p>' }, 200);
	const messages = replied.data['messages'] as { id: string }[];
	const address = `/tickets/${id}/message/${messages.at(-1)?.id}/attachment`;
	const attached = await post(
		address,
		form({ attachment: ['x', 'schermafbeelding.png', 'image/png'] }),
		200,
	);
	expect(JSON.stringify(attached.data)).toContain('schermafbeelding.png');
	await patch(`/tickets/${id}`);
});

test('webhooks', async () => {
	const url = 'http://127.0.0.1:9/';
	const id = idOf(await post('/webhooks', { url, type: 'invoice-paid' }));
	await get('/webhooks');
	expect((await get(`/webhooks/${id}`)).data['secret']).toMatch(/^\w{20}$/);
});

describe('afterwards', () => {
	const contracted = Object.entries(readContract().paths)
		.filter(([path]) => !path.startsWith('/oauth/'))
		.flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));

	it('has a handler and a scope for each of them, and no others', () => {
		const known = [...contracted, 'delete-webhook'].sort();
		expect(Object.keys(operations).sort()).toEqual(known);
		expect(Object.keys(scopeOfOperation).sort()).toEqual(known);
		for (const scope of Object.values(scopeOfOperation)) {
			if (scope !== null) expect(allScopes).toContain(scope);
		}
	});

	it.each([
		['handler', operations, 'sandbox/resources/index.ts'],
		['scope', scopeOfOperation, 'sandbox/openapi.yaml'],
	])('says which file to mend when a %s is missing', async (what, table: object, file) => {
		const id = 'list-customers';
		const entries = table as Record<string, unknown>;
		const { [id]: entry } = entries;
		delete entries[id];
		const answer = await started.api.get('/customers');
		entries[id] = entry;
		expect(answer.status).toBe(501);
		expect(answer.data['message']).toMatch(`The stand-in portal has no ${what} for ${id}: `);
		expect(answer.data['message']).toContain(file);
	});

	it('has seen no answer that the contract does not allow', () => {
		expect(started.portal.contractViolations).toEqual([]);
	});

	it('answers 404 to unknown identifiers everywhere', async () => {
		const document = readContract();
		for (const [path, methods] of Object.entries(document.paths)) {
			if (!path.includes('{')) continue;
			for (const [method, operation] of Object.entries(methods)) {
				const url = path.replaceAll(/\{\w+\}/g, 'unknown');
				const data = anyBodyOf(operation.operationId);
				const answer = await started.api.request({ method, url, data });
				expect([operation.operationId, answer.status]).toEqual([operation.operationId, 404]);
				expect(Object.keys(answer.data as object)).toEqual(['message']);
			}
		}
		expect(started.portal.contractViolations).toEqual([]);
	});

	it('would notice an answer that the contract does not allow', async () => {
		const { state, contractViolations } = started.portal;
		Object.assign(state.customers[0] as object, { city: 12, surprise: true });
		await started.api.get(`/customers/${firstCustomerId}`);
		expect(contractViolations).toHaveLength(1);
		expect(contractViolations[0]).toContain('surprise');
	});
});

/** A body that passes the contract, made of its examples, for operations on objects that are not there. */
function anyBodyOf(operationId: string): unknown {
	const { fields = [] } = documentedOperations().find(({ id }) => id === operationId) ?? {};
	const inBody = fields.filter(({ place, isLegacy }) => place === 'body' && !isLegacy);
	const required = inBody.filter(({ required: isRequired }) => isRequired);
	// A change has to change something.
	const given = required.length > 0 ? required : inBody.slice(0, 1);
	const values = given.map(({ name, isFile, schema }) => [name, isFile ? pdf : exampleOf(schema)]);
	const body = Object.fromEntries(values) as Record<string, unknown>;
	return given.some(({ isFile }) => isFile) ? form(body as Parameters<typeof form>[0]) : body;
}

function exampleOf({ examples, enum: choices, type, format }: Schema): unknown {
	// The example of the documentation is a day that does not exist.
	if (format === 'dayOrMoment') return '2026-01-01';
	const [example] = [...((examples ?? []) as unknown[]), ...((choices ?? []) as unknown[])];
	return example ?? (type === 'array' ? [] : type === 'boolean' ? true : 'x');
}
