import {
	byId,
	CUSTOMER_ID,
	itemWithFile,
	LINES,
	OFFER,
	onlyRequest,
	pdf,
	SENT_LINES,
	usePortal,
} from '../portalFixture';

const fixture = usePortal();

async function createOffer(): Promise<string> {
	const { items } = await fixture.run({ parameters: OFFER, items: [itemWithFile(pdf())] });
	fixture.portal.requests.length = 0;
	return items[0]?.json.id as string;
}

describe('Offer', () => {
	it('Create sends the fields and the PDF', async () => {
		const { items } = await fixture.run({
			parameters: {
				...OFFER,
				sendNotification: true,
				additionalFields: {
					acceptedAt: '2026-11-22 09:00',
					acceptedViaIp: '203.0.113.7',
					acceptedViaUserAgent: 'Mozilla/5.0',
					rejectedAt: '',
				},
			},
			items: [itemWithFile(pdf())],
		});
		expect(onlyRequest(fixture)).toMatchObject({
			method: 'POST',
			path: '/customer-offers',
			body: {
				customerId: CUSTOMER_ID,
				offerNumber: 'O-1',
				issuedAt: '2026-11-21',
				expiresAt: '2026-12-21',
				amount: '1234.56',
				sendNotification: 'true',
				acceptedAt: '2026-11-22 09:00:00',
				acceptedViaIp: '203.0.113.7',
				acceptedViaUserAgent: 'Mozilla/5.0',
			},
		});
		expect(items[0]?.json.id).toMatch(/^off_/);
	});

	it('Create From Lines sends the lines', async () => {
		await fixture.run({ parameters: { ...OFFER, operation: 'createManual', lines: LINES } });
		expect(onlyRequest(fixture)).toMatchObject({
			path: '/customer-offers/manual',
			body: { offerNumber: 'O-1', expiresAt: '2026-12-21', lines: SENT_LINES },
		});
	});

	it('Get Many refuses what is neither yes nor no in Simplify before anything is sent', async () => {
		const { error } = await fixture.run({
			parameters: { resource: 'offer', operation: 'getAll', simplify: '={{ "perhaps" }}' },
		});
		expect(error?.message).toBe('Simplify is neither true nor false: "perhaps" [item 0]');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('Get and Get Many simplify unless told otherwise', async () => {
		const id = await createOffer();
		const get = { resource: 'offer', operation: 'get', offerId: byId(id) };
		const [simple] = (await fixture.run({ parameters: get })).items;
		const [raw] = (await fixture.run({ parameters: { ...get, simplify: '={{ "false" }}' } })).items;
		const [listed] = (
			await fixture.run({ parameters: { resource: 'offer', operation: 'getAll', returnAll: true } })
		).items;
		expect(Object.keys(simple?.json ?? {})).toHaveLength(10);
		expect(simple?.json).toMatchObject({ id, amount: '1234.56' });
		expect(raw?.json).toMatchObject({ ...simple?.json, acceptanceSignature: null });
		expect(listed?.json).toEqual(simple?.json);
	});

	it('Accept sends who accepted it and when', async () => {
		const id = await createOffer();
		const { items } = await fixture.run({
			parameters: {
				resource: 'offer',
				operation: 'accept',
				offerId: byId(id),
				acceptedAt: '2026-11-22T08:00:00Z',
				additionalFields: { acceptedViaIp: '203.0.113.7', acceptedViaUserAgent: 'Mozilla/5.0' },
			},
		});
		expect(onlyRequest(fixture)).toMatchObject({
			method: 'PATCH',
			path: `/customer-offers/${id}`,
			body: {
				acceptedAt: '2026-11-22 09:00:00',
				acceptedViaIp: '203.0.113.7',
				acceptedViaUserAgent: 'Mozilla/5.0',
			},
		});
		expect(items[0]?.json.acceptedAt).toBe('2026-11-22T09:00:00+01:00');
	});

	it('Reject sends when it was rejected', async () => {
		const id = await createOffer();
		await fixture.run({
			parameters: {
				resource: 'offer',
				operation: 'reject',
				offerId: byId(id),
				rejectedAt: '2026-11-22 09:00',
			},
		});
		expect(onlyRequest(fixture)).toMatchObject({ body: { rejectedAt: '2026-11-22 09:00:00' } });
	});
});
