import axios from 'axios';
import { firstCustomerId, invoiceForm, linesBody, pdfBytes, start, stopAll } from './setup';

afterAll(stopAll);

const http = axios.create({ maxRedirects: 0, proxy: false, validateStatus: () => true });
const script = '<script>alert("1")</script>';

test('the page shows what the portal holds', async () => {
	const { portal, api } = await start();
	await api.post('/customer-invoices', invoiceForm());
	await api.post('/customers', {});
	const { data, headers } = await http.get<string>(`${portal.url}/`);
	expect(data).toContain('<h1>MijnKlantportaal stand-in portal</h1>');
	expect(data).toContain('2026-001');
	expect(data).toContain('Bakkerij De Gouden Korst');
	expect(data).toContain('POST /customer-invoices');
	expect(data).toContain('Create customer invoice');
	expect(data).toContain('422');
	expect(data).toContain('data-live="on"');
	expect(data).toMatch(/<code id="api-key">sandbox-key<.code>/);
	expect(data).toContain(`<code id="base-url">${portal.apiUrl}</code>`);
	expect(headers['content-security-policy']).toContain("default-src 'none'");
	const quiet = (await http.get<string>(`${portal.url}/?refresh=off`)).data;
	expect(quiet).toContain('data-live="off"');
	expect(quiet).not.toContain('http-equiv="refresh"');
	expect((await http.get(`${portal.url}/live.js`)).headers['content-type']).toContain('javascript');
	expect((await http.get(`${portal.url}/style.css`)).headers['content-type']).toContain('text/css');
	expect(portal.requests).toHaveLength(2);
});

test('every number leads to its table, and the newest stand on top', async () => {
	const { portal, api } = await start();
	for (const invoiceNumber of ['2026-001', '2026-002']) {
		await api.post('/customer-invoices', invoiceForm({ invoiceNumber }));
	}
	const page = (await http.get<string>(`${portal.url}/`)).data;
	const counted = [...page.matchAll(/<a href="#([\w-]+)"><strong>/g)].map(([, id]) => id);
	const tables = [...page.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
	expect(counted).toEqual(tables);
	expect(tables).toEqual(
		expect.arrayContaining(['requests', 'agreements', 'appointments', 'files', 'webhooks']),
	);
	expect(tables[0]).toBe('requests');
	expect(page.indexOf('2026-002')).toBeLessThan(page.indexOf('2026-001'));
});

test('thousands of objects leave the page as short as a few', async () => {
	const { portal } = await start();
	const [first] = portal.state.customers;
	if (!first) throw new Error('no customer');
	for (let number = 1; number <= 5000; number++) {
		portal.state.customers.push({
			...first,
			id: `cst_${number}`,
			companyName: `Bedrijf ${number}`,
		});
	}
	const page = (await http.get<string>(`${portal.url}/`)).data;
	expect(page).toContain('Bedrijf 5000');
	expect(page).not.toContain('Bedrijf 4900');
	expect(page).toContain('And 5032 older.');
	expect(page).toContain('href="/?show=customers#customers"');
	const more = (await http.get<string>(`${portal.url}/?show=customers`)).data;
	expect(more).toContain('Bedrijf 4501');
	expect(more).not.toContain('Bedrijf 4500<');
});

test('calls of webhooks are shown with their answers', async () => {
	const { portal, api } = await start();
	await api.post('/webhooks', { type: 'invoice-created', url: 'http://127.0.0.1:9/hook' });
	await api.post('/customer-invoices', invoiceForm());
	await portal.webhooks.settled();
	const page = (await http.get<string>(`${portal.url}/`)).data;
	const calls = page.slice(page.indexOf('<section id="calls"'));
	expect(calls).toContain('invoice-created');
	expect(calls).toContain('ECONNREFUSED');
});

test('everything that comes from outside is escaped', async () => {
	const { portal, api } = await start();
	const fields = {
		companyName: script,
		address: script,
		zipCode: script,
		city: script,
		primaryEmail: `${script}@x`,
	};
	const { data } = await api.post<{ id: string }>('/customers', fields);
	const customerId = data.id;
	await api.post(
		'/customer-invoices/manual',
		linesBody('invoice', { customerId, invoiceNumber: script }),
	);
	await api.post(
		'/customer-offers/manual',
		linesBody('offer', { customerId, offerNumber: script }),
	);
	await api.post('/payment-links', { description: script, amount: '1.00' });
	await api.post('/webhooks', { type: 'invoice-paid', url: `http://127.0.0.1:9/${script}` });
	await api.post('/customer-subscriptions', {
		customerId,
		description: script,
		startDate: '2026-01-01',
		interval: '1 year',
		amount: '1',
		vatRate: 0,
	});
	await api.get(`/customers/${script}`);
	Object.assign(portal.state.tickets[0] ?? {}, { title: script });
	const page = (await http.get<string>(`${portal.url}/`)).data;
	expect(page.match(/<script[^>]*>/g)).toEqual(['<script src="/live.js" defer>']);
	expect(page.split('&lt;script&gt;').length).toBeGreaterThan(8);
});

test('the PDF of an invoice opens in the browser', async () => {
	const { portal, api } = await start();
	await api.post('/customer-invoices', invoiceForm());
	const page = (await http.get<string>(`${portal.url}/`)).data;
	const path = /href="(\/invoices\/\w+\/pdf)"/.exec(page)?.[1];
	const pdf = await http.get<Buffer>(`${portal.url}${path}`, { responseType: 'arraybuffer' });
	expect(Buffer.from(pdf.data)).toEqual(pdfBytes);
	expect(pdf.headers['content-type']).toBe('application/pdf');
	expect(pdf.headers['content-disposition']).toMatch(/^inline;/);
	expect((await http.get(`${portal.url}/invoices/inv_x/pdf`)).status).toBe(404);
});

test('buttons do what customers do', async () => {
	const { portal, api } = await start();
	const { data } = await api.post<{ id: string }>('/customer-offers/manual', linesBody('offer'));
	const page = (await http.get<string>(`${portal.url}/`)).data;
	expect(page).toContain('action="/actions/accept-offer"');
	expect(page).toContain('<button title="As the customer: accept">Accept</button>');
	const accept = new URLSearchParams({ id: data.id, page: '/?refresh=off&show=offers#offers' });
	const accepted = await http.post(`${portal.url}/actions/accept-offer`, accept);
	expect(accepted.status).toBe(303);
	expect(accepted.headers['location']).toBe('/?refresh=off&show=offers#offers');
	const offer = await api.get<{ acceptedViaIp: string }>(`/customer-offers/${data.id}`);
	expect(offer.data.acceptedViaIp).toBe('127.0.0.1');
	const after = (await http.get<string>(`${portal.url}/`)).data;
	expect(after).not.toContain('action="/actions/accept-offer"');
	expect(
		(await http.post(`${portal.url}/actions/accept-offer`, new URLSearchParams({ id: 'x' })))
			.status,
	).toBe(404);
	expect((await http.post(`${portal.url}/actions/unknown`, accept)).status).toBe(404);
	expect(portal.contractViolations).toEqual([]);
	expect(firstCustomerId).toBe('cst_sandbox000000001');
});
