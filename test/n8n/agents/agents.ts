import { startPortal, type Portal } from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';
import { createCredential, type StoredCredential } from '../../../tools/n8n/n8nCredentials';
import { credentialType, host } from '../host';
import { askAgent, askThroughMcp, withMcpClient } from './askers';
import { startModelServer, type ModelServer } from './modelServer';
import type { Wish } from './obedientModel';

const wish: Wish = {
	customer: 'Bakkerij De Gouden Korst',
	invoiceNumber: '2026-001',
	date: '2026-11-21',
	amount: '12.95',
};

type Asker = (wish: Wish, credential: StoredCredential) => Promise<string>;

/** The example of tools in a real n8n, through every way in which an agent can call them. */
export function describeAgents(): void {
	describe('as tools of an AI agent', () => {
		let portal: Portal;
		let server: ModelServer;
		let modelCredential: StoredCredential;
		let credentialCount = 0;

		beforeAll(async () => {
			server = await startModelServer();
			modelCredential = await createCredential(host().n8n, {
				name: 'Model',
				type: 'openAiApi',
				data: { apiKey: 'none', url: server.url },
			});
		});
		afterAll(async () => await server.close());

		beforeEach(async () => {
			portal = await startPortal({
				limit: Infinity,
				keys: [{ token: 'agents-key', scopes: [...allScopes] }],
			});
		});
		afterEach(async () => await portal.close());

		async function credential(): Promise<StoredCredential> {
			return await createCredential(host().n8n, {
				name: `Agents ${++credentialCount}`,
				type: credentialType,
				data: { apiKey: 'agents-key', baseUrl: portal.apiUrl },
			});
		}

		const byAgent =
			(version: number): Asker =>
			async (asked, portalCredential) =>
				await askAgent(version, asked, portalCredential, { server, modelCredential });
		const byMcp: Asker = async (asked, portalCredential) =>
			await askThroughMcp(asked, portalCredential, `test-${credentialCount}`);

		const askers: Array<[string, Asker]> = [
			['the Model Context Protocol', byMcp],
			['Agent 2.2', byAgent(2.2)],
			['Agent 3.1', byAgent(3.1)],
		];

		test('every tool and every value that a model chooses is described', async () => {
			const tools = await withMcpClient(
				await credential(),
				'test-descriptions',
				async (client) => (await client.listTools()).tools,
			);
			expect(tools.map(({ name }) => name).sort()).toEqual([
				'Create_Invoice',
				'Find_Customers',
				'Get_Invoice',
				'List_Open_Tickets',
				'Read_Ticket',
			]);
			for (const { description, inputSchema } of tools) {
				expect(description?.length).toBeGreaterThan(40);
				for (const value of Object.values(inputSchema.properties ?? {})) {
					expect(value).toHaveProperty('description', expect.stringMatching(/.{15}/));
				}
			}
		});

		test('the example makes an invoice once, however often it is called', async () => {
			const given = {
				customer_id: portal.state.customers[0]?.id ?? '',
				invoice_number: '2026-001',
				invoice_date: '2026-11-21',
				lines: [{ description: 'Website', amountExclVat: '12.95', vatRate: 21 }],
			};
			const answers = await withMcpClient(await credential(), 'test-twice', async (client) => [
				await client.callTool({ name: 'Create_Invoice', arguments: given }),
				await client.callTool({ name: 'Create_Invoice', arguments: given }),
			]);
			expect(portal.state.invoices).toHaveLength(1);
			for (const answer of answers) {
				expect(JSON.stringify(answer)).toContain(portal.state.invoices[0]?.id);
			}
		});

		describe.each(askers)('through %s', (_name, ask) => {
			test('wrong values are corrected by what the answers say', async () => {
				const said = await ask({ ...wish, amount: '1.234', date: 'today' }, await credential());
				expect(said).toMatch(/^Done/);
				expect(portal.state.invoices).toHaveLength(1);
				const [invoice] = portal.state.invoices;
				expect(invoice?.customerId).toBe(portal.state.customers[0]?.id);
				expect(invoice?.lines).toEqual([
					{ description: 'Website', amountExclVat: '1234.00', vatRate: 21 },
				]);
				expect(portal.state.customers[0]?.companyName).toBe(wish.customer);
			});

			test('what is not found is told', async () => {
				const said = await ask({ ...wish, customer: 'Nobody' }, await credential());
				expect(said.replaceAll('\\', '')).toContain('"found":0');
				expect(portal.state.invoices).toEqual([]);
			});

			test('a lost answer that nothing tells of is not carried out twice', async () => {
				const customer = portal.state.customers[0]?.id ?? '';
				portal.misbehave({ method: 'POST', kind: 'loseAnswer' });
				portal.misbehave({
					method: 'GET',
					path: /invoices/,
					kind: 'status',
					status: 403,
					times: 99,
				});
				const said = await ask({ ...wish, customer }, await credential());
				expect(portal.state.invoices).toHaveLength(1);
				expect(said).toContain('Whether the request was carried out is unknown');
				expect(said).toContain('look with Invoice > Get Many');
			});

			test('a limit that is used up is told in time, and nothing is carried out', async () => {
				const customer = portal.state.customers[0]?.id ?? '';
				portal.misbehave({ kind: 'status', status: 429, headers: { 'retry-after': '58' } });
				const said = await ask({ ...wish, customer }, await credential());
				expect(said).toMatch(/The API takes no requests for \d+ seconds/);
				expect(said).toContain('Nothing was sent');
				expect(portal.state.invoices).toEqual([]);
				expect(portal.requests).toHaveLength(1);
			});
		});
	});
}
