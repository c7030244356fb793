import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import { listSearch } from '../../../nodes/shared/objects/listSearch';
import { MijnKlantportaal } from '../../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { toLoadOptionsContext } from '../engine';
import { API_KEY, byId, usePortal } from '../portalFixture';
import { firstId } from './tables';

const fixture = usePortal();

async function search(
	method: string,
	parameters: INodeParameters = {},
): Promise<INodeListSearchResult> {
	const context = toLoadOptionsContext({ apiKey: API_KEY, baseUrl: fixture.portal.apiUrl });
	context.additionalData.currentNodeParameters = { authentication: 'apiKey', ...parameters };
	return await (listSearch[method] as (typeof listSearch)[string]).call(context);
}

it('every picker of the node exists, and every one that exists is used', () => {
	const { properties } = new MijnKlantportaal().description;
	const used = properties
		.flatMap((property) => [property, ...((property.options ?? []) as (typeof property)[])])
		.flatMap(({ modes = [] }) => modes)
		.map(({ typeOptions }) => typeOptions?.searchListMethod)
		.filter((method) => method !== undefined);
	expect([...new Set(used)].sort()).toEqual(Object.keys(listSearch).sort());
});

it.each([
	['searchCustomerGroups', 'Hostingklanten'],
	['searchLicenseInvoices', 'MKP-2025.0042 · € 15.67 · 2025-02-12'],
	['searchPunchCards', 'Yogalessen'],
	['searchSubscriptionPackages', 'Onderhoud website · € 49.95 · 1 month'],
	['searchTickets', 'Vraag over factuur · Bakkerij De Gouden Korst · open'],
])('%s shows %s', async (method, name) => {
	const { results } = await search(method);
	expect(results).toContainEqual({ name, value: expect.stringMatching(/^[a-z]{3}_/) as unknown });
});

it('messages are those of the ticket beside', async () => {
	const [ticket] = fixture.portal.state.tickets;
	const { results } = await search('searchTicketMessages', { ticketId: byId(String(ticket?.id)) });
	expect(results).toEqual([
		{
			name: '2025-03-03 09:30 · Bakkerij De Gouden Korst',
			value: ticket?.messages[0]?.id,
		},
	]);
});

it('issued punch cards are those of the punch card beside', async () => {
	const punchCardId = byId(firstId(fixture.portal.state.punchCards));
	const { results } = await search('searchIssuedPunchCards', { punchCardId });
	expect(results.map(({ name }) => name)).toEqual([
		expect.stringMatching(/^[A-Z].+ · 2 left · active$/),
		'Bakkerij De Gouden Korst · 10 left · active',
	]);
});

it('issued punch cards are those of the punch card that is named beside', async () => {
	const name = fixture.portal.state.punchCards[0]?.name ?? '';
	const punchCardId = { __rl: true, mode: 'name', value: ` ${name.toUpperCase()}` };
	const { results } = await search('searchIssuedPunchCards', { punchCardId });
	expect(results).toHaveLength(2);
});

it('says that no punch card has the name that is given beside', async () => {
	const punchCardId = { __rl: true, mode: 'name', value: 'Knipkaart' };
	await expect(search('searchIssuedPunchCards', { punchCardId })).rejects.toMatchObject({
		message: 'No punch card has the name "Knipkaart"',
		description: 'Choose Punch Card above From List or By ID.',
	});
});

it('says what has to be chosen first', async () => {
	await expect(search('searchIssuedPunchCards', { punchCardId: byId('') })).rejects.toMatchObject({
		message: 'Punch Card has to be chosen first',
	});
	expect(fixture.portal.requests).toEqual([]);
});

it('appointments are those of the next weeks', async () => {
	await search('searchAppointments');
	expect(fixture.portal.requests[0]?.query).toEqual({ days: '31' });
});
