import './fastClock';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { NodeApiError } from 'n8n-workflow';
import { listSearch } from '../../nodes/shared/objects/listSearch';
import { runNode, toLoadOptionsContext } from './engine';
import { API_KEY, INVOICE, invoiceItems } from './portalFixture';

/** An address that only a tunnel through the proxy would lead to. */
const credential = { apiKey: API_KEY, baseUrl: 'https://portal.example/v1' };

let proxy: Server;
/** What came to the proxy: `CONNECT portal.example:443 Basic …`. */
let seen: string[];
let proxyUrl: string;

beforeEach(async () => {
	seen = [];
	proxy = createServer((request, response) => {
		seen.push(`${request.method} ${request.url}`);
		response.writeHead(407).end();
	});
	proxy.on('connect', ({ url, headers }, socket: Socket) => {
		seen.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
		socket.end(
			'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n',
		);
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	proxyUrl = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(() => {
	proxy.closeAllConnections();
	proxy.close();
});

const SENTENCE = 'The proxy in front of the API wants a user name';
const REMEDY = 'Settings > Request Options > Proxy';

describe('a proxy that refuses the tunnel to an https address with 407', () => {
	it('is named, and nothing is sent again', async () => {
		const { error } = await runNode({
			parameters: { ...INVOICE, requestOptions: { proxy: `http://${proxyUrl}` } },
			items: invoiceItems(1),
			credential,
		});
		expect(error?.message).toContain(SENTENCE);
		expect(error?.description).toContain(REMEDY);
		expect(seen).toEqual(['CONNECT portal.example:443']);
	});

	it('is named where its user name is wrong, without the password', async () => {
		const { error, record } = await runNode({
			parameters: { ...INVOICE, requestOptions: { proxy: `http://me:my%20word@${proxyUrl}` } },
			items: invoiceItems(1),
			credential,
		});
		const signIn = Buffer.from('me:my word').toString('base64');
		expect(seen).toEqual([`CONNECT portal.example:443 Basic ${signIn}`]);
		expect(error?.message).toContain(SENTENCE);
		expect(record).not.toContain(API_KEY);
	});

	it('is named by a picker', async () => {
		const context = toLoadOptionsContext(credential, {
			requestOptions: { proxy: `http://${proxyUrl}` },
		});
		const error = await (listSearch.searchCustomers as (typeof listSearch)[string])
			.call(context)
			.catch((cause: NodeApiError) => cause);
		expect(error).toMatchObject({ message: expect.stringContaining(SENTENCE) as string });
		expect(seen).toEqual(['CONNECT portal.example:443']);
	});

	it('is named where the environment of n8n sets it', async () => {
		process.env.HTTPS_PROXY = `http://${proxyUrl}`;
		try {
			const { error } = await runNode({
				parameters: INVOICE,
				items: invoiceItems(1),
				credential,
			});
			expect(error?.message).toContain(SENTENCE);
			expect(error?.description).toContain('HTTPS_PROXY');
			expect(seen).toEqual(['CONNECT portal.example:443']);
		} finally {
			delete process.env.HTTPS_PROXY;
		}
	});
});
