import {
	firstCustomerId,
	form,
	invoiceForm,
	linesBody,
	start,
	startForAll,
	type Answer,
} from './setup';

const started = startForAll();
beforeEach(() => started.portal.reset());
afterEach(() => {
	expect(started.portal.contractViolations).toEqual([]);
});

const post = (path: string, body?: unknown): Promise<Answer> => started.api.post(path, body);
const patch = (path: string, body?: unknown): Promise<Answer> => started.api.patch(path, body);
const remove = (path: string): Promise<Answer> => started.api.delete(path);

async function idOf(call: Promise<Answer>): Promise<string> {
	return String((await call).data['id']);
}

describe('customers', () => {
	it('an unknown customer is named', async () => {
		const customerId = 'cst_unknown';
		const calls: Promise<Answer>[] = [
			post('/customer-invoices', invoiceForm({ customerId })),
			post('/customer-invoices/manual', linesBody('invoice', { customerId })),
			post('/customer-offers/manual', linesBody('offer', { customerId })),
			post('/file-requests', { name: 'N', requestedFiles: [{ name: 'A' }], customerId }),
		];
		for (const { status, data } of await Promise.all(calls)) {
			expect([status, data]).toEqual([
				422,
				{ message: `The selected customerId is invalid: ${customerId}.` },
			]);
		}
	});

	it('a new customer can be invoiced at once', async () => {
		const fields = {
			companyName: 'N',
			address: 'A',
			zipCode: 'Z',
			city: 'C',
			primaryEmail: 'n@x.nl',
		};
		const customerId = await idOf(post('/customers', fields));
		expect(customerId).toMatch(/^cst_\w{16}$/);
		expect((await post('/customer-invoices', invoiceForm({ customerId }))).status).toBe(201);
	});

	it('an edit has to change something', async () => {
		expect((await patch(`/customers/${firstCustomerId}`, {})).status).toBe(422);
	});

	it('groups skip customers that they do not know', async () => {
		const customers = [firstCustomerId, 'cst_unknown', firstCustomerId];
		const id = await idOf(post('/customer-groups', { name: 'G', customers }));
		const { data } = await post(`/customer-groups/${id}/customers`, { customers });
		expect((data['data'] as { id: string }[]).map((customer) => customer.id)).toEqual([
			firstCustomerId,
		]);
	});
});

describe('invoices and offers', () => {
	it('two invoices may have the same number', async () => {
		const [one, other] = [
			await idOf(post('/customer-invoices', invoiceForm())),
			await idOf(post('/customer-invoices', invoiceForm())),
		];
		expect(one).not.toBe(other);
		expect(started.portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber)).toEqual([
			'2026-001',
			'2026-001',
		]);
	});

	it('keeps amounts and local times as they were meant', async () => {
		const { data } = await post(
			'/customer-invoices',
			invoiceForm({ amount: '10.005', paidAt: '2026-03-29 03:30:00' }),
		);
		expect(data).toMatchObject({
			amount: '10.005',
			currency: 'EUR',
			paidAt: '2026-03-29T03:30:00+02:00',
		});
	});

	it('adds lines up exactly, VAT included', async () => {
		const lines = [
			{ description: 'a', amountExclVat: '0.1', vatRate: 0 },
			{ description: 'b', amountExclVat: '0.2', vatRate: 0 },
			{ description: 'c', amountExclVat: '12.95', vatRate: 21 },
			{ description: 'd', amountExclVat: '-1', vatRate: 9 },
		];
		expect(
			(await post('/customer-invoices/manual', linesBody('invoice', { lines }))).data['amount'],
		).toBe('14.88');
		expect(
			(await post('/customer-offers/manual', linesBody('offer', { lines }))).data['amount'],
		).toBe('14.88');
	});

	it('asks complete lines of an offer', async () => {
		const { status, data } = await post(
			'/customer-offers/manual',
			linesBody('offer', { lines: [{ description: 'a' }] }),
		);
		expect([status, data]).toEqual([
			422,
			{ message: 'The lines.0.amountExclVat field is required.' },
		]);
	});

	it('accepts and rejects', async () => {
		const address = `/customer-offers/${await idOf(post('/customer-offers/manual', linesBody('offer')))}`;
		const acceptedAt = '2026-01-02 03:04:05';
		const accepted = await patch(address, {
			acceptedAt,
			acceptedViaIp: '127.0.0.1',
			acceptedViaUserAgent: 'U',
		});
		expect(accepted.data).toMatchObject({
			acceptedAt: '2026-01-02T03:04:05+01:00',
			acceptedViaIp: '127.0.0.1',
			rejectedAt: null,
		});
		const rejected = await patch(address, {
			rejectedAt: '2026-07-02 03:04:05',
			acceptedViaIp: '127.0.0.1',
		});
		expect(rejected.data).toMatchObject({
			acceptedAt: null,
			acceptedViaIp: null,
			rejectedAt: '2026-07-02T03:04:05+02:00',
		});
		expect((await patch(address, {})).status).toBe(422);
		expect((await patch(address, { acceptedAt, rejectedAt: acceptedAt })).status).toBe(422);
	});

	it('stops when the licence is used up, also for invoices at the same moment', async () => {
		const { portal, api } = await start({ invoicesPerMonth: 2 });
		const statuses = await Promise.all(
			[1, 2, 3].map(
				async () => (await api.post('/customer-invoices/manual', linesBody('invoice'))).status,
			),
		);
		expect(statuses.sort()).toEqual([201, 201, 426]);
		expect((await api.post('/customer-invoices', invoiceForm())).status).toBe(426);
		expect(portal.state.invoices).toHaveLength(2);
	});
});

describe('appointments', () => {
	const appointment = { name: 'G', startsAt: '2030-01-01 10:00', endsAt: '2030-01-01 11:00' };

	it('needs a customer, or a name and an e-mail address', async () => {
		expect((await post('/appointments', appointment)).data['message']).toContain('attendeeName');
		const named = { ...appointment, attendeeName: 'Jan' };
		expect((await post('/appointments', named)).data['message']).toContain('attendeeEmail');
		const complete = await post('/appointments', { ...named, attendeeEmail: 'j@x.nl' });
		expect(complete.data).toMatchObject({ customerId: null, attendeeName: 'Jan' });
		const ofCustomer = await post('/appointments', { ...appointment, customerId: firstCustomerId });
		expect(ofCustomer.data['attendeeName']).toBe('Bakkerij De Gouden Korst');
	});

	it('ends after it starts', async () => {
		const endsAt = appointment.startsAt;
		const { status, data } = await post('/appointments', {
			...appointment,
			customerId: firstCustomerId,
			endsAt,
		});
		expect([status, data['message']]).toEqual([
			422,
			'The endsAt field must be a date after startsAt.',
		]);
	});

	it('is canceled once', async () => {
		const address = `/appointments/${await idOf(post('/appointments', { ...appointment, customerId: firstCustomerId }))}`;
		expect((await remove(address)).data['status']).toBe('canceled');
		expect((await remove(address)).status).toBe(409);
		expect((await patch(address, { status: 'canceled' })).status).toBe(409);
		expect((await patch(address, { status: 'scheduled' })).data['status']).toBe('scheduled');
		expect((await patch(address, {})).status).toBe(422);
	});

	it('is listed for the period that is asked for', async () => {
		await post('/appointments', { ...appointment, customerId: firstCustomerId });
		const count = async (query: string): Promise<number> =>
			(await started.api.get<{ data: [] }>(`/appointments${query}`)).data.data.length;
		expect(await count('?start_at=2029-12-31 00:00&days=2')).toBe(1);
		expect(await count('?start_at=2029-12-31 00:00&days=1')).toBe(0);
		expect(await count('?start_at=2030-01-01 10:01')).toBe(0);
		expect(await count('')).toBe(0);
	});
});

describe('payment links', () => {
	it('close once', async () => {
		const address = `/payment-links/${await idOf(post('/payment-links', { description: 'd', amount: '1.00' }))}`;
		expect((await started.api.get<{ checkoutUrl: string }>(address)).data.checkoutUrl).toContain(
			'/payment-link/plk_',
		);
		expect((await remove(address)).data).toMatchObject({ status: 'closed', checkoutUrl: null });
		expect((await remove(address)).status).toBe(422);
	});

	it('work on their last day and expire after it', async () => {
		const { data } = await post('/payment-links', {
			description: 'd',
			amount: '1.00',
			expiresAt: '2020-07-01',
		});
		expect(data).toMatchObject({ status: 'open', expiresAt: '2020-07-01T23:59:59+02:00' });
		const later = await started.api.get<object>(`/payment-links/${String(data['id'])}`);
		expect(later.data).toMatchObject({ status: 'expired', checkoutUrl: null });
	});
});

describe('tickets', () => {
	const ticketOf = (source: string): string =>
		`/tickets/${started.portal.state.tickets.find((ticket) => ticket.source === source)?.id}`;

	it('close once, and open again with a reply', async () => {
		const address = ticketOf('portal');
		expect((await patch(address)).data['status']).toBe('closed');
		expect((await patch(address, {})).status).toBe(422);
		expect((await post(address, { message: 'x' })).data['status']).toBe('open');
	});

	it('from chat take no reply and no attachment', async () => {
		const address = ticketOf('chat');
		expect((await post(address, { message: 'x' })).status).toBe(422);
		const message = started.portal.state.tickets.find(({ source }) => source === 'chat')
			?.messages[0];
		Object.assign(message ?? {}, { postedAt: new Date().toISOString() });
		const attachment = form({ attachment: ['x', 'a.txt'] });
		expect((await post(`${address}/message/${message?.id}/attachment`, attachment)).status).toBe(
			422,
		);
	});

	it('take an attachment within 5 minutes after the message', async () => {
		const address = ticketOf('email');
		const ticket = started.portal.state.tickets.find(({ source }) => source === 'email');
		const upload = (messageId?: string): Promise<Answer> =>
			post(
				`${address}/message/${messageId}/attachment`,
				form({ attachment: ['x', 'a.txt', 'text/plain'] }),
			);
		expect((await upload(ticket?.messages[0]?.id)).status).toBe(422);
		await post(address, { message: 'x' });
		const attached = await upload(ticket?.messages[1]?.id);
		expect(attached.status).toBe(200);
		expect(ticket?.messages[1]?.attachments[0]?.file.bytes.toString()).toBe('x');
		expect((await upload('tim_unknown')).status).toBe(404);
	});

	it('need a licence with ticketing', async () => {
		const { api } = await start({ ticketing: false });
		expect((await api.get('/tickets')).status).toBe(426);
		expect((await api.patch('/tickets/tic_x')).status).toBe(426);
	});
});

describe('punch cards', () => {
	it('count down until they are used up', async () => {
		const [, issued] = started.portal.state.issuedPunchCards;
		const address = `/punch-cards/${issued?.punchCardId}/issued/${issued?.id}/stamp`;
		expect((await post(address, { stamps: 3 })).data).toEqual({
			message: 'The stamps field must not be greater than 2.',
		});
		expect((await post(address, { stamps: 0 })).status).toBe(422);
		expect((await post(address, {})).data).toMatchObject({ punchesLeft: 1, status: 'active' });
		expect((await post(address, { stamps: 1 })).data).toMatchObject({
			punchesLeft: 0,
			status: 'fully_used',
		});
		expect((await post(address, { stamps: 1 })).status).toBe(422);
	});

	it('need a price to be sold', async () => {
		const card = { name: 'N', punches: 5, punchLabel: 'l' };
		expect((await post('/punch-cards', { ...card, forSale: true })).data['message']).toContain(
			'price',
		);
		expect(
			(await post('/punch-cards', { ...card, forSale: true, price: '5.00' })).data['message'],
		).toContain('vatRate');
		expect((await post('/punch-cards', { ...card, expiryValue: 3 })).data['message']).toContain(
			'expirePeriod',
		);
		expect(
			(await post('/punch-cards', { ...card, expiryValue: '3', expirePeriod: 'weeks' })).data[
				'message'
			],
		).toContain('expirePeriod');
		const { data } = await post('/punch-cards', {
			...card,
			expiryValue: '3',
			expirePeriod: 'years',
		});
		expect(data).toMatchObject({
			expiryValue: 3,
			expiryPeriode: 'years',
			price: null,
			forSale: false,
		});
	});
});

describe('the rest', () => {
	it('subscriptions renew in their interval and end', async () => {
		const body = {
			customerId: firstCustomerId,
			description: 'd',
			startDate: '2099-01-31',
			interval: '1 month',
			amount: '1.00',
			vatRate: 9,
		};
		const { data } = await post('/customer-subscriptions', body);
		expect(data).toMatchObject({ status: 'planned', renewsAt: '2099-02-28' });
		expect(data).not.toHaveProperty('terminatedAt');
		const address = `/customer-subscriptions/${String(data['id'])}`;
		expect((await patch(address, { interval: '1 year' })).data['renewsAt']).toBe('2100-01-31');
		expect((await patch(address, { interval: '3 months' })).status).toBe(422);
		expect((await patch(address, { terminatedAt: '2099-03-01 00:00:00' })).data).toMatchObject({
			status: 'terminated',
			terminatedAt: '2099-03-01T00:00:00+01:00',
		});
	});

	it('file requests hold ten files at most, and shares only what is there', async () => {
		const requestedFiles = Array.from({ length: 11 }, () => ({ name: 'A' }));
		const tooMany = await post('/file-requests', { name: 'N', requestedFiles });
		expect(tooMany.data['message']).toBe(
			'The requestedFiles field must not have more than 10 items.',
		);
		expect(
			(await post('/file-requests', { name: 'N', requestedFiles: [{}], directoryId: 'fsd_x' }))
				.status,
		).toBe(422);
		expect((await post('/file-shares', { content: ['fsf_x'] })).data['message']).toBe(
			'The selected content.0 is invalid: fsf_x.',
		);
		const [directory] = started.portal.state.files;
		const shared = await post('/file-shares', { content: [directory?.id] });
		expect(shared.data).toMatchObject({
			sharedWithCustomerId: null,
			links: { publicShare: { type: 'text/html' } },
		});
		expect(directory?.fileShareId).toBe(shared.data['id']);
	});
});
