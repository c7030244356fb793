import { readContract } from '../../sandbox/contract/document';
import { readingOperations } from '../../tools/checkApi/contractOperations';
import { freePort } from '../../tools/n8n/freePort';
import {
	CHECK_KEY,
	emptyPortal,
	fill,
	portalFor,
	runCheck,
	valuesIn,
	verdicts,
} from './checkFixture';

jest.setTimeout(60_000);

describe('reading a portal that is as documented', () => {
	it('looks at every operation that reads, and finds no difference', async () => {
		const portal = await portalFor();
		await fill(portal);
		const checked = await runCheck(portal);
		const outcomes = Object.entries(checked.operations).map(([name, { outcome }]) => [
			name,
			outcome,
		]);
		expect(Object.fromEntries(outcomes)).toEqual(
			Object.fromEntries(readingOperations.map(({ operationId }) => [operationId, 'ok'])),
		);
		expect(checked.report).toContain('## Differences from the contract\n\nNone.');
		expect(
			verdicts(checked, 'I1', 'I2', 'I3', 'I7', 'I8', 'I9', 'I14', 'I15', 'I16', 'I25'),
		).toEqual({
			I1: 'confirmed',
			I2: 'confirmed',
			I3: 'confirmed',
			I7: 'confirmed',
			I8: 'confirmed',
			I9: 'confirmed',
			I14: 'confirmed',
			I15: 'confirmed',
			I16: 'confirmed',
			I25: 'confirmed',
		});
	});

	it('only reads, three pages of a list at most, and keeps to the limit', async () => {
		const portal = await portalFor({ limit: 15 });
		await fill(portal);
		const { told } = await runCheck(portal);
		expect(new Set(portal.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
		expect(portal.requests.filter(({ status }) => status === 429)).toEqual([]);
		const pages = portal.requests.filter(
			({ path, query, headers }) =>
				path === '/customers' && query.page !== undefined && headers.authorization,
		);
		expect(pages.map(({ query }) => query.page)).toEqual(['2', '3']);
		expect(told).toContainEqual(
			expect.stringMatching(/^list-customers: 3 of \d+, about \d+ seconds? left$/),
		);
		expect(told).toContainEqual(expect.stringMatching(/^waits \d+ seconds for the rate limit$/));
	});

	it('tells what scopes do with a key that has some of them', async () => {
		const scopes = ['customers.read', 'invoices.read', 'subscription.read'];
		const portal = await portalFor({
			keys: [
				{ token: 'sandbox-key', scopes: ['customers.read'] },
				{ token: CHECK_KEY, scopes },
			],
		});
		const checked = await runCheck(portal, { scopes });
		expect(verdicts(checked, 'I10', 'I12', 'I13', 'I14')).toEqual({
			I10: 'confirmed',
			I12: 'confirmed',
			I13: 'confirmed',
			I14: 'confirmed',
		});
		expect(checked.operations['list-tickets']?.outcome).toBe('not allowed');
		const other = await runCheck(portal, { scopes: ['tickets.read'] });
		expect(other.inferences.I10).toMatchObject({
			verdict: 'otherwise',
			because: expect.stringContaining('list-tickets is refused with its scope') as string,
		});
		expect(other.inferences.I13?.verdict).toBe('otherwise');
	});
});

describe('writing to a portal that is as documented', () => {
	it('settles what only writing settles, and undoes what it can', async () => {
		const portal = await portalFor();
		await fill(portal);
		const { state } = portal;
		const before = structuredClone({ invoices: state.invoices, offers: state.offers });
		const webhookUrl = `http://127.0.0.1:${await freePort()}/hook`;
		const checked = await runCheck(portal, { write: true, plan: { webhookUrl } });
		const numbers = ['I4', 'I5', 'I6', 'I11', 'I17', 'I18', 'I19', 'I20', 'I21', 'I22', 'I23'];
		expect(verdicts(checked, ...numbers, 'I24', 'I29')).toEqual(
			Object.fromEntries([...numbers, 'I24', 'I29'].map((number) => [number, 'confirmed'])),
		);
		expect(checked.findings.evidence.writing?.failures).toEqual([]);
		expect(checked.report).toContain('## Differences from the contract\n\nNone.');
		const made = state.invoices.slice(before.invoices.length);
		expect(made).toHaveLength(2);
		expect(made.every(({ paidAt }) => paidAt !== null)).toBe(true);
		expect(state.offers.at(-1)).toMatchObject({ offerNumber: 'N8N-20260101-120000-O' });
		expect(state.offers.at(-1)?.rejectedAt).not.toBeNull();
		expect(state.paymentLinks.at(-1)?.status).toBe('closed');
		// What was there before is as it was.
		expect(state.invoices.slice(0, before.invoices.length)).toEqual(before.invoices);
		expect(state.offers.slice(0, before.offers.length)).toEqual(before.offers);
		expect(checked.ledger.describe()).toContain(
			'customer "n8n check 20260101-120000": made: stays in the portal',
		);
		expect(portal.contractViolations).toEqual([]);
	});

	it('removes what the API lets it remove', async () => {
		const portal = await portalFor({ webhookDeletion: 'supported' });
		const webhookUrl = `http://127.0.0.1:${await freePort()}/`;
		const { inferences, ledger } = await runCheck(portal, { write: true, plan: { webhookUrl } });
		expect(inferences.I19?.because).toBe('it exists');
		expect(portal.state.webhooks).toEqual([]);
		expect(ledger.describe()).toContain('made and deleted again');
	});

	it('sends no agreement and no mail when nobody may be invited', async () => {
		const portal = await portalFor();
		const checked = await runCheck(portal, {
			write: true,
			plan: { mayInvite: false, email: 'n8n-check@example.com' },
		});
		expect(portal.state.agreements).toEqual([]);
		expect(verdicts(checked, 'I5', 'I17')).toEqual({ I5: 'still open', I17: 'still open' });
		const sent = portal.state.invoices.map(({ sendNotification }) => sendNotification);
		expect(sent).toEqual([false, false]);
	});
});

it('puts no value of the portal into the report', async () => {
	const portal = await portalFor({
		// Fields and names that the contract does not know hold data as well.
		alterAnswer: ({ body, operationId }) =>
			operationId === 'get-customer'
				? { ...(body as object), secretary: 'Mevrouw Geheim', cst_abcdef123456: { x: 'y' } }
				: body,
	});
	await fill(portal);
	const webhookUrl = `http://127.0.0.1:${await freePort()}/hook`;
	const { report, findings } = await runCheck(portal, { write: true, plan: { webhookUrl } });
	const values = [
		...valuesIn(portal.state),
		...valuesIn(findings.evidence.exchanges.map(({ body }) => body)),
		CHECK_KEY,
		'Mevrouw Geheim',
		'cst_abcdef123456',
		'20260101-120000',
		'me@mine.example',
		webhookUrl,
	];
	// Words of the contract are no data, nor are those of a report on a portal that holds nothing.
	const empty = await runCheck(await emptyPortal());
	const words = `${JSON.stringify(readContract())}${empty.report}`;
	const data = [...new Set(values)].filter((value) => value.length > 3 && !words.includes(value));
	expect(data.filter((value) => report.includes(value))).toEqual([]);
	// No value came so far that only the last look at the report kept it back.
	expect(report).not.toContain('(withheld)');
	expect(data.length).toBeGreaterThan(200);
	expect(report).toContain('unknown field secretary (text)');
	expect(report).toContain('unknown field (a name that may be data) (object)');
});
