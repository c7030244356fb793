import type { Ending } from '../../../nodes/shared/transport/ending';
import { explain } from '../../../nodes/shared/transport/explanations';
import { ISSUES_URL } from '../../../nodes/shared/transport/failure';
import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { decide, MOST_RETRIES, pauseBefore } from '../../../nodes/shared/transport/retryDecision';
import packageJson from '../../../package.json';

const answered = (status: number, body: unknown = {}): Ending => ({
	kind: 'answered',
	response: { status, headers: {}, body },
});
const GET: ApiRequest = { method: 'GET', url: '/customers', answerField: 'id' };
const POST: ApiRequest = { ...GET, method: 'POST' };
const PATCH: ApiRequest = { ...GET, method: 'PATCH' };
const DELETE: ApiRequest = { ...GET, method: 'DELETE' };

it.each([
	[
		'refused connection',
		{ kind: 'notSent', code: 'ECONNREFUSED' },
		'retry',
		'retry',
		'retry',
		'retry',
	],
	...[
		'SELF_SIGNED_CERT_IN_CHAIN',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'CERT_HAS_EXPIRED',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	].map(
		(code) => [code, { kind: 'notSent', code }, 'accept', 'accept', 'accept', 'accept'] as const,
	),
	['lost answer', { kind: 'lost', code: 'ECONNRESET' }, 'retry', 'ambiguous', 'ambiguous', 'retry'],
	['200 with the object', answered(200, { id: 'x' }), 'accept', 'accept', 'accept', 'accept'],
	['200 without it', answered(200, { message: 'x' }), 'retry', 'ambiguous', 'ambiguous', 'retry'],
	['200 with text', answered(200, 'x'), 'retry', 'ambiguous', 'ambiguous', 'retry'],
	['204', answered(204, ''), 'retry', 'ambiguous', 'ambiguous', 'accept'],
	['302', answered(302), 'accept', 'accept', 'accept', 'accept'],
	['404', answered(404), 'accept', 'accept', 'accept', 'accept'],
	['407', answered(407), 'accept', 'accept', 'accept', 'accept'],
	['408', answered(408), 'retry', 'ambiguous', 'ambiguous', 'retry'],
	['409', answered(409), 'accept', 'accept', 'accept', 'accept'],
	['422', answered(422), 'accept', 'accept', 'accept', 'accept'],
	['429', answered(429), 'waitForLimit', 'waitForLimit', 'waitForLimit', 'waitForLimit'],
	['500', answered(500), 'retry', 'ambiguous', 'ambiguous', 'retry'],
	['503', answered(503), 'retry', 'ambiguous', 'ambiguous', 'retry'],
] as Array<[string, Ending, string, string, string, string]>)(
	'%s',
	(_name, ending, get, post, patch, remove) => {
		expect([GET, POST, PATCH, DELETE].map((request) => decide(request, ending, 0))).toEqual([
			get,
			post,
			patch,
			remove,
		]);
	},
);

it.each([
	['refused connection', { kind: 'notSent', code: 'ECONNREFUSED' }, 'accept', 'accept'],
	['lost answer', { kind: 'lost', code: 'ECONNRESET' }, 'accept', 'ambiguous'],
	['503', answered(503), 'accept', 'ambiguous'],
	['429', answered(429), 'waitForLimit', 'waitForLimit'],
] as Array<[string, Ending, string, string]>)(
	'%s after the last try: a read has failed, a removal is in doubt',
	(_name, ending, get, remove) => {
		expect(decide(GET, ending, MOST_RETRIES)).toBe(get);
		expect(decide(GET, ending, MOST_RETRIES - 1)).not.toBe('accept');
		expect(decide(DELETE, ending, MOST_RETRIES)).toBe(remove);
	},
);

it.each([
	[0, 0, 1000],
	[1, 0, 2000],
	[2, 0, 4000],
	[0, 1, 1250],
	[2, 0.5, 4500],
])('before try %i, by chance %d, it pauses for %i ms', (retry, chance, milliseconds) => {
	expect(pauseBefore(retry, chance)).toBe(milliseconds);
});

describe('what to do about it', () => {
	const account = {
		authentication: 'apiKey',
		credentialName: 'Mine',
		baseUrl: 'https://x.example/v1',
	} as const;
	const told = (ending: Ending, hasRequestOptions?: boolean) => {
		const purpose = { noun: 'invoice' };
		const { message, description } = explain(
			ending,
			{ ...account, hasRequestOptions },
			GET,
			purpose,
		);
		return `${message}. ${description}`;
	};

	it('names the option for a certificate only where the node has it', () => {
		const ending = { kind: 'notSent', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' } as const;
		for (const has of [true, false, undefined]) {
			expect(told(ending, has)).toMatch(/^The certificate of x\.example is not trusted/);
			expect(told(ending, has)).toContain('NODE_EXTRA_CA_CERTS');
			expect(told(ending, has).includes('Ignore SSL Issues')).toBe(has === true);
		}
		expect(told({ kind: 'notSent', code: 'ECONNREFUSED' })).toMatch(/^No connection to x\.example/);
	});

	it('names the proxy that wants to be signed in to', () => {
		expect(told(answered(407), true)).toMatch(
			/^The proxy .*Request Options > Proxy, or .*HTTPS_PROXY/,
		);
		expect(told(answered(407))).not.toContain('Request Options');
	});

	it('explains 408', () => {
		expect(told(answered(408))).toMatch(/^The API stopped waiting .*Run again/);
	});
});

it('the address of the issue list is the one in package.json', () => {
	expect(ISSUES_URL).toBe(packageJson.bugs.url);
});
