import { firstCustomerId, form, invoiceForm, pdfBytes, start, stopAll } from './setup';

afterAll(stopAll);

const pdf: [Buffer, string, string] = [pdfBytes, 'a.pdf', 'application/pdf'];
const agreement = {
	name: 'Contract',
	signerName: 'Jan',
	signerSignatureData: 'data:image/png;base64,AAAA',
	'signers[0][firstName]': 'A',
};

test.each([
	['words', 'true', 'false', '1'],
	['digits', '1', '0', 'true'],
] as const)('booleans as %s', async (booleans, yes, no, other) => {
	const { portal, api } = await start({ booleans });
	for (const sendNotification of [yes, no]) {
		const answer = await api.post('/customer-invoices', invoiceForm({ sendNotification }));
		expect(answer.status).toBe(201);
	}
	expect(portal.state.invoices.map((invoice) => invoice.sendNotification)).toEqual([true, false]);
	const refused = await api.post('/customer-invoices', invoiceForm({ sendNotification: other }));
	expect(refused.status).toBe(422);
	expect(refused.data).toEqual({ message: 'The sendNotification field must be true or false.' });
});

describe('fields and files', () => {
	it('takes empty texts as not given', async () => {
		const { portal, api } = await start();
		await api.post('/customer-invoices', invoiceForm({ dueAt: '', paidAt: '' }));
		expect(portal.state.invoices[0]).toMatchObject({ dueAt: null, paidAt: null });
		const refused = await api.post('/customer-invoices', invoiceForm({ invoiceNumber: '' }));
		expect(refused.data).toEqual({ message: 'The invoiceNumber field is required.' });
	});

	it.each([
		['no file', {}, 'The pdf field is required.'],
		['a text', { pdf: 'x' }, 'The pdf field must be a file.'],
		[
			'another kind of file',
			{ pdf: ['<html>', 'a.pdf', 'application/pdf'] },
			'The pdf field must be a file of type: pdf.',
		],
		['a file too many', { pdf, logo: pdf }, 'The logo field is not known.'],
		['a file for a text', { pdf, amount: pdf }, 'The amount field must be a string.'],
	] as const)('refuses %s', async (_what, fields, message) => {
		const { api } = await start();
		const body = form({
			customerId: firstCustomerId,
			invoiceNumber: '1',
			issuedAt: '2026-01-01',
			...('amount' in fields ? {} : { amount: '1.00' }),
			...(fields as Record<string, string>),
		});
		const answer = await api.post('/customer-invoices', body);
		expect([answer.status, answer.data]).toEqual([422, { message }]);
	});

	it('refuses an unknown text field', async () => {
		const { api } = await start();
		const answer = await api.post('/customer-invoices', invoiceForm({ currency: 'EUR' }));
		expect(answer.data).toEqual({ message: 'The currency field is not known.' });
	});
});

describe('lists', () => {
	it.each(['documents[]', 'documents[0]'])('reads files of %s', async (name) => {
		const { portal, api } = await start();
		const body = form({ ...agreement, 'signers[1][shouldIdentify]': 'false', [name]: pdf });
		expect((await api.post('/agreements', body)).status).toBe(201);
		const [stored] = portal.state.agreements;
		expect(stored?.documents).toHaveLength(1);
		expect(
			stored?.signers.map(({ firstName, shouldIdentify }) => [firstName, shouldIdentify]),
		).toEqual([
			['A', false],
			['', false],
		]);
	});

	it('refuses a list that is not written as one', async () => {
		const { api } = await start();
		const single = await api.post('/agreements', form({ ...agreement, documents: pdf }));
		expect(single.data).toEqual({ message: 'The documents field must be an array.' });
		const { 'signers[0][firstName]': _signer, ...rest } = agreement;
		const asJson = await api.post(
			'/agreements',
			form({ ...rest, signers: '[{"firstName":"A"}]', 'documents[]': pdf }),
		);
		expect(asJson.data).toEqual({ message: 'The signers field must be an array.' });
	});

	it('refuses too many signers, too many documents and documents that are too large', async () => {
		const { api } = await start();
		const many = (name: (index: number) => string, value: string | typeof pdf) =>
			Object.fromEntries(Array.from({ length: 6 }, (_item, index) => [name(index), value]));
		const signers = many((index) => `signers[${index}][firstName]`, 'A');
		expect(
			(await api.post('/agreements', form({ ...agreement, ...signers, 'documents[]': pdf }))).data,
		).toEqual({
			message: 'The signers field must not have more than 5 items.',
		});
		const documents = many((index) => `documents[${index}]`, pdf);
		expect((await api.post('/agreements', form({ ...agreement, ...documents }))).data).toEqual({
			message: 'The documents field must not have more than 5 items.',
		});
		const large: [Buffer, string] = [Buffer.alloc(3_000_000), 'groot.pdf'];
		const tooLarge = form({ ...agreement, 'documents[0]': large, 'documents[1]': large });
		expect((await api.post('/agreements', tooLarge)).data).toEqual({
			message: 'The documents field must not be larger than 5 MB together.',
		});
	});
});
