import './fastClock';
import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';
import { type Portal, startPortal } from '../../sandbox/portal';
import { nestedProperties, offeredOperations } from './contract/offeredFields';
import { toTool } from './engine';
import { API_KEY, byId, CUSTOMER_ID, usePortal } from './portalFixture';

const fixture = usePortal();
const LINK = {
	resource: 'paymentLink',
	operation: 'create',
	description: 'Contribution',
	amount: '25',
};

const RETRYING = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

/** What an agent is told when it calls the node once. */
async function call(
	parameters: INodeParameters,
	{ apiKey = API_KEY, portal = fixture.portal } = {},
): Promise<string> {
	const credential = { apiKey, baseUrl: portal.apiUrl };
	const answer = JSON.stringify(await toTool(parameters, credential, [{ json: {} }], RETRYING)({}));
	// The engine calls again by itself what gives such an item, when Agent 3 uses the tool.
	expect(answer).not.toContain('"error');
	return answer;
}

describe('as a tool of an AI agent', () => {
	it.each([0, 1, 3])('each call is carried out when the agent works on %d items', async (count) => {
		const agentItems = Array.from({ length: count }, () => ({ json: {} }));
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const tool = toTool(LINK, credential, agentItems);
		const answers = await Promise.all([tool({}), tool({})]);
		expect(fixture.portal.state.paymentLinks).toHaveLength(2);
		for (const { id } of fixture.portal.state.paymentLinks) {
			expect(JSON.stringify(answers)).toContain(id);
		}
	});

	it('a lost answer is told with what to look for and where, and Retry On Fail does not carry it out twice', async () => {
		fixture.portal.misbehave({ method: 'POST', kind: 'loseAnswer' });
		const answer = await call(LINK);
		expect(fixture.portal.state.paymentLinks).toHaveLength(1);
		expect(answer).toContain('Whether the request was carried out is unknown');
		expect(answer).toMatch(
			/Look in the portal for the payment link \W+Contribution\W+ with Amount 25\.00 before calling this again/,
		);
		expect(answer).toContain('Do not call this again for the same thing before you know');
		expect(answer).toContain('look with Payment Link > Get Many');
	});

	it('a lost answer that can be found out is no failure', async () => {
		fixture.portal.misbehave({ method: 'POST', kind: 'loseAnswer' });
		const answer = await call(MANUAL);
		expect(fixture.portal.state.invoices).toHaveLength(1);
		expect(answer).toContain(fixture.portal.state.invoices[0]?.id);
	});

	it('a refusal is told with what to do', async () => {
		const answer = await call({ ...LINK, amount: '1.234' });
		expect(answer).toContain('Amount can be read as 1234.00 or as 1.234');
		expect(answer).toContain('Write 1234.00 or 1.2340');
		expect(answer).not.toContain('[item');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('what is no ID is told with the operation that lists them', async () => {
		const answer = await call({ ...MANUAL, customerId: byId('Bakkerij De Gouden Korst') });
		expect(answer).toContain('Customer > Get Many lists every customer with its ID');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('what cannot be given by a model is told to be so', async () => {
		const answer = await call({ ...MANUAL, operation: 'create', amount: '25' });
		expect(answer).toContain('Input Binary Field names no file of the item');
		expect(answer).toContain('tell the person you work for');
	});

	it('a list without anything in it is an answer', async () => {
		const nobody = { resource: 'customer', operation: 'getAll', filters: { text: 'nobody' } };
		expect(await call(nobody)).toContain('found');
	});

	it('an unknown ID is told with the operation that lists them', async () => {
		const answer = await call({
			resource: 'customer',
			operation: 'get',
			customerId: byId('cst_nobody'),
		});
		expect(answer).toContain('Customer > Get Many lists every customer with its ID');
	});

	it('words for days are told as dates', async () => {
		const answer = await call({ ...MANUAL, issuedAt: 'tomorrow' });
		const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
		const day = tomorrow.toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
		expect(answer).toContain(`Use ${day}`);
	});

	it('what only a person can change is said to be so', async () => {
		const answer = await call(LINK, { apiKey: 'no-such-key' });
		expect(answer).toContain('You cannot change this: tell the person you work for');
	});
});

const MANUAL: INodeParameters = {
	resource: 'invoice',
	operation: 'createManual',
	customerId: byId(CUSTOMER_ID),
	invoiceNumber: '2026-001',
	issuedAt: '2026-11-21',
	specifyLines: 'json',
	linesJson: '[{ "description": "Website", "amountExclVat": "12.95", "vatRate": 21 }]',
};

describe('a tool waits no longer than an agent does', () => {
	let portal: Portal;
	// Of its own, because what is known of a limit outlives a test.
	beforeEach(async () => {
		portal = await startPortal({ limit: Infinity });
	});
	afterEach(async () => await portal.close());

	function refuse(seconds: number, times = 1): void {
		const headers = { 'retry-after': String(seconds) };
		portal.misbehave({ kind: 'status', status: 429, headers, times });
	}

	it('a limit that is used up for longer is told at once', async () => {
		refuse(50);
		const answer = await call(LINK, { portal });
		expect(answer).toMatch(/The API takes no requests for (50|49) seconds/);
		expect(answer).toContain('Nothing was sent');
		expect(portal.requests).toHaveLength(1);
		expect(portal.state.paymentLinks).toEqual([]);
	});

	it('a limit that is used up for a shorter time is waited for', async () => {
		refuse(40);
		await call(LINK, { portal });
		expect(portal.state.paymentLinks).toHaveLength(1);
	});

	it('a limit that is used up again is waited for no longer in sum', async () => {
		refuse(30, 2);
		const answer = await call(LINK, { portal });
		expect(answer).toContain('Nothing was sent');
		expect(portal.requests).toHaveLength(2);
		expect(portal.state.paymentLinks).toEqual([]);
	});

	it('what there is no time left to find out is told to be unknown', async () => {
		refuse(30);
		portal.misbehave({ method: 'POST', kind: 'dropRequest' });
		const answer = await call(MANUAL, { portal });
		expect(answer).toContain('It may still be under way');
		expect(answer).toContain('look with Invoice > Get Many');
		expect(portal.state.invoices).toEqual([]);
		expect(portal.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});
});

describe('what a tool says of wrong values is nothing that only a person at the canvas can do', () => {
	const CANVAS = /\{\{|expression|\bstep\b|run again|this item|open the node|pick one/i;

	it.each(offeredOperations())('$name', async ({ resource, operation, properties }) => {
		for (const mode of modesOf(properties)) {
			for (const wrong of WRONG_VALUES) {
				const answer = await call({
					...wrongParameters(properties, wrong, mode),
					resource: resource.value,
					operation: operation.value,
				});
				expect(answer).not.toMatch(CANVAS);
			}
		}
	});
});

const WRONG_VALUES = ['', 'tomorrow', 'not a value', '1.234'];

/** The ways in which an object can be named there. */
function modesOf(properties: INodeProperties[]): string[] {
	const modes = properties.flatMap((property) => property.modes?.map(({ name }) => name) ?? []);
	return [...new Set(['id', ...modes])];
}

/** Every parameter that takes text, with the same value. */
function wrongParameters(
	properties: INodeProperties[],
	wrong: string,
	mode: string,
): INodeParameters {
	return Object.fromEntries(
		properties.flatMap((property): Array<[string, NodeParameterValueType]> => {
			const { name, type } = property;
			if (type === 'resourceLocator') return [[name, { __rl: true, mode, value: wrong }]];
			if (type === 'collection') {
				return [[name, wrongParameters(nestedProperties(property), wrong, mode)]];
			}
			return ['string', 'dateTime', 'json', 'number'].includes(type) ? [[name, wrong]] : [];
		}),
	);
}
