import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core';
import type { INodeCredentialTestResult, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import { testApiKey } from '../../../nodes/shared/credentialTest/testApiKey';
import { type Portal, startPortal } from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';

let portal: Portal;

beforeAll(async () => {
	portal = await startPortal({
		limit: Infinity,
		keys: [
			...allScopes
				.filter((scope) => scope.endsWith('.read') && scope !== 'files.read')
				.map((scope) => ({ token: `key-for-${scope}`, scopes: [scope] })),
			{ token: 'key-without-scope', scopes: [] },
			{ token: 'revoked-key', scopes: [...allScopes], revoked: true },
		],
		revokedMessage: 'This API key was revoked.',
	});
});
beforeEach(() => portal.reset());
afterAll(async () => await portal.close());

async function verdict(
	apiKey: string,
	baseUrl = portal.apiUrl,
): Promise<INodeCredentialTestResult> {
	const context = new CredentialTestContext({} as IWorkflowExecuteAdditionalData);
	return await testApiKey.call(context, {
		id: '1',
		name: 'My portal',
		type: 'mijnKlantportaalApi',
		data: { apiKey, baseUrl },
	});
}

it.each(allScopes.filter((scope) => scope.endsWith('.read') && scope !== 'files.read'))(
	'a key with the scope %s alone is a good key',
	async (scope) => {
		expect(await verdict(`key-for-${scope}`)).toMatchObject({ status: 'OK' });
	},
);

it('spaces around the key and a slash behind the address do no harm', async () => {
	expect(await verdict(' key-for-tickets.read ', `${portal.apiUrl}/ `)).toMatchObject({
		status: 'OK',
	});
});

it('the word in front of a key in an example does no harm', async () => {
	expect(await verdict('Bearer key-for-tickets.read')).toMatchObject({ status: 'OK' });
});

it('a redirect is not followed with the key', async () => {
	const seen: Array<string | undefined> = [];
	const other = createServer((request, response) => {
		seen.push(request.headers.authorization);
		response.setHeader('content-type', 'application/json').end('{"data":[]}');
	}).listen(0, '127.0.0.1');
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	portal.misbehave({
		kind: 'redirect',
		location: `http://localhost:${port}/v1/customers`,
		times: 9,
	});
	const { status, message } = await verdict('key-for-customers.read');
	other.closeAllConnections();
	other.close();
	expect(seen).toEqual([]);
	expect(status).toBe('Error');
	expect(message).toContain('The API answered with a redirect, which was not followed');
});

it('an answer that repeats the key shows it nowhere', async () => {
	const body = { message: 'No such key: key-for-customers.read' };
	portal.misbehave({ kind: 'status', status: 401, body });
	const { message } = await verdict('key-for-customers.read');
	expect(message).toMatch(/^The API key is not accepted \(No such key: \*\*\*\)\. Check API Key/);
});

it.each([
	['https://me:pw12345@127.0.0.1/v1', 'Base URL holds a user name or a password'],
	['https://127.0.0.1/v1?tenant=1', 'Base URL goes on behind its path: "?tenant=1"'],
	['http://portal.example/v1', 'Base URL begins with http://'],
])('the base URL %s is refused before anything is sent', async (baseUrl, words) => {
	const { status, message } = await verdict('key-for-customers.read', baseUrl);
	expect(status).toBe('Error');
	expect(message).toContain(words);
	expect(message).not.toContain('pw12345');
});

const REMEDY =
	'Check API Key in the credential "My portal": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.';

it.each([
	['wrong key', 'wrong-key', undefined, `The API key is not accepted (Unauthenticated). ${REMEDY}`],
	[
		'revoked key',
		'revoked-key',
		undefined,
		`The API key is not accepted (This API key was revoked). ${REMEDY}`,
	],
	[
		'key without any scope',
		'key-without-scope',
		undefined,
		'The API key is right, but it has no scope to read anything with. Make a key with the scopes that your workflows need in MijnKlantportaal under Settings > API Keys, for example customers.read and invoices.read.',
	],
	[
		'wrong base URL',
		'key-for-customers.read',
		(url: string) => `${url}/v1/v2`,
		/^There is no MijnKlantportaal API at http.*\/v1\/v2\. Correct Base URL; it normally is https:\/\/api\.mijnklantportaal\.nl\/v1\.$/,
	],
	[
		'address of a web page',
		'key-for-customers.read',
		(url: string) => url,
		/^There is no MijnKlantportaal API at /,
	],
	[
		'no address at all',
		'key-for-customers.read',
		() => 'portal',
		/^Base URL is not a web address: "portal"\. Correct it in the credential "My portal"/,
	],
	[
		'host that is down',
		'key-for-customers.read',
		() => 'http://127.0.0.1:9/v1',
		'No connection to 127.0.0.1:9, so nothing was sent. Check Base URL in the credential "My portal" and the network of the machine that n8n runs on.',
	],
] as const)('%s: says what it is and what to do', async (_name, key, address, expected) => {
	const { status, message } = await verdict(key, address?.(portal.url));
	expect(status).toBe('Error');
	expect(message).toMatch(expected);
	expect(message).not.toContain(key);
});
