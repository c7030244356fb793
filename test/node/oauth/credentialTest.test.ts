import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { Workflow } from 'n8n-workflow';
import { whereToAsk } from '../../../nodes/shared/credentialTest/oAuth2Test';
import { toBaseUrl } from '../../../nodes/shared/transport/credential';
import { sinceN8n } from '../../sinceN8n';
import { type ConnectedPortal, connectPortal } from './connectedPortal';
import { testOAuth2 } from './credentialTester';

let connected: ConnectedPortal;
/** Takes whatever is sent to it. */
let other: Server;
let seen: string[];

beforeAll(async () => {
	connected = await connectPortal();
	other = createServer((request, response) => {
		seen.push(`${request.url} ${request.headers.authorization}`);
		response.setHeader('content-type', 'application/json').end('{"data":[]}');
	}).listen(0, '127.0.0.1');
	await once(other, 'listening');
});
beforeEach(() => {
	seen = [];
	connected.portal.reset();
});
afterAll(async () => {
	other.closeAllConnections();
	other.close();
	await connected.close();
});

async function verdict(baseUrl: string): Promise<string> {
	const { credential } = connected;
	const { status, message } = await testOAuth2({
		...credential,
		data: { ...credential.data, baseUrl },
	});
	return `${status}: ${message}`;
}

const host = (): string => `127.0.0.1:${(other.address() as AddressInfo).port}`;

it.each([(url: string) => url, (url: string) => ` ${url}// `])(
	'a connected account is a good one, whatever was copied around the address',
	async (change) => {
		expect(await verdict(change(connected.portal.apiUrl))).toBe('OK: Connection successful!');
		expect(connected.portal.requests.map(({ path }) => path)).toEqual(['/customers']);
	},
);

it.each([
	['a password', () => `http://me:pw12345@${host()}/v1`, 'Base URL holds a user name'],
	['a user name', () => `http://me@${host()}/v1`, 'Base URL holds a user name'],
	['a query', () => `http://${host()}/v1?tenant=1`, 'Base URL goes on behind its path'],
	['a fragment', () => `http://${host()}/v1#x`, 'Base URL goes on behind its path'],
	['no protocol', () => host(), 'Base URL is not a web address'],
	['another protocol', () => `ftp://${host()}/v1`, 'Base URL is not a web address'],
	['nothing in it', () => ' ', 'Base URL is not a web address'],
	['no encryption', () => 'http://portal.example/v1', 'Base URL begins with http://'],
])('with %s, Base URL gets no token, and the test says why', async (_name, baseUrl, words) => {
	const said = await verdict(baseUrl());
	expect(said).toMatch(/^Error: /);
	expect(said).toContain(words);
	expect(said).not.toContain('pw12345');
	expect(seen).toEqual([]);
});

it('a redirect is not followed with the token', async () => {
	const location = `http://${host().replace('127.0.0.1', 'localhost')}/v1/customers`;
	connected.portal.misbehave({ kind: 'redirect', location, times: 9 });
	await verdict(connected.portal.apiUrl);
	expect(connected.portal.requests).toHaveLength(1);
	expect(seen).toEqual([]);
});

// n8n-workflow 1.99.0 to 2.33.2 drops `cause` of its errors, where n8n looks for the status.
sinceN8n('2.34.0', 'n8n tells statuses apart in a test request', () => {
	it('an account that is no longer granted and a wrong address are told', async () => {
		connected.portal.misbehave({ kind: 'status', status: 401, times: 9 });
		expect(await verdict(connected.portal.apiUrl)).toContain('Connect the account again');
		connected.portal.behave();
		expect(await verdict(`${connected.portal.url}/elsewhere`)).toContain(
			'There is no MijnKlantportaal API at Base URL',
		);
	});
});

it('no address gets the token that the node itself would not send to', () => {
	const workflow = new Workflow({
		nodes: [],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => ({}) as never,
			getByNameAndVersion: () => ({}) as never,
			getKnownTypes: () => ({}),
		},
	});
	const asked = (baseUrl: string): unknown =>
		workflow.expression.getSimpleParameterValue(
			{ id: '', name: 'x', type: '', typeVersion: 1, position: [0, 0], parameters: {} },
			whereToAsk.baseURL,
			'internal',
			{ $credentials: { baseUrl } },
		);
	const account = { authentication: 'oAuth2', credentialName: 'Portal' } as const;
	const part = fc.constantFrom(
		...['http://', 'https://', 'HTTP://', 'http:', 'localhost', 'portal', 'example.com', '.local'],
		...['10.0.0.1', '127.0.0.1', '8.8.8.8', '134744072', '0x08080808', '010.0.0.1', '[::1]'],
		...['[2001:db8::1]', '/', '\\', '@', '?', '#', ':80', '.', '。', '%2e', ' ', '\t', 'me:pw'],
	);
	const address = fc.oneof(
		fc.array(part, { maxLength: 5 }).map((parts) => parts.join('')),
		fc.array(part, { maxLength: 4 }).map((parts) => `http://${parts.join('')}`),
	);
	fc.assert(
		fc.property(address, (baseUrl) => {
			if (asked(baseUrl) === '' || !URL.canParse(String(asked(baseUrl)))) return;
			expect(asked(baseUrl)).toBe(toBaseUrl(baseUrl, account));
		}),
		{ numRuns: 3000 },
	);
});
