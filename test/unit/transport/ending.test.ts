import {
	causesOf,
	type Ending,
	isUntrusted,
	resultOf,
	statusOf,
	toEnding,
} from '../../../nodes/shared/transport/ending';
import { Failure } from '../../../nodes/shared/transport/failure';

const coded = (code: string, syscall?: string) =>
	Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
const wrapped = (cause: unknown, own = {}) => Object.assign(new Error('n8n'), { cause }, own);
const nodeApiError = (own: object = {}) =>
	Object.assign(new Error('words'), { name: 'NodeApiError' }, own);

const NOT_SENT = 'notSent';
const LOST = 'lost';

it.each([
	['a refused connection', coded('ECONNREFUSED', 'connect'), NOT_SENT, 'ECONNREFUSED'],
	['a time-out while connecting', coded('ETIMEDOUT', 'connect'), NOT_SENT, 'ETIMEDOUT'],
	['an unknown host', coded('ENOTFOUND', 'getaddrinfo'), NOT_SENT, 'ENOTFOUND'],
	['a reset while reading', coded('ECONNRESET', 'read'), LOST, 'ECONNRESET'],
	['a reset while writing', coded('ECONNRESET', 'write'), LOST, 'ECONNRESET'],
	['a refusal while reading', coded('ECONNREFUSED', 'read'), LOST, 'ECONNREFUSED'],
	['a refusal without system call', coded('ECONNREFUSED'), NOT_SENT, 'ECONNREFUSED'],
	['an unknown host without one', coded('ENOTFOUND'), NOT_SENT, 'ENOTFOUND'],
	['a name server that is busy', coded('EAI_AGAIN'), NOT_SENT, 'EAI_AGAIN'],
	['a name server that fails', coded('EAI_FAIL'), NOT_SENT, 'EAI_FAIL'],
	['a time-out without system call', coded('ETIMEDOUT'), LOST, 'ETIMEDOUT'],
	['an aborted request', coded('ECONNABORTED'), LOST, 'ECONNABORTED'],
	['an expired certificate', coded('CERT_HAS_EXPIRED'), NOT_SENT, 'CERT_HAS_EXPIRED'],
	['an own certificate', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), NOT_SENT, undefined],
	['a certificate for another name', coded('ERR_TLS_CERT_ALTNAME_INVALID'), NOT_SENT, undefined],
	['an unknown issuer', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), NOT_SENT, undefined],
	['a wrapped refusal', wrapped(coded('ECONNREFUSED', 'connect')), NOT_SENT, 'ECONNREFUSED'],
	[
		'a system call of what is wrapped',
		wrapped(coded('ECONNRESET', 'connect'), { code: 'ECONNRESET' }),
		NOT_SENT,
		'ECONNRESET',
	],
	[
		'an error of axios without code',
		Object.assign(new Error('x'), { isAxiosError: true }),
		LOST,
		'unknown',
	],
	[
		'a code of the network in n8n’s error',
		nodeApiError({ httpCode: 'ECONNREFUSED' }),
		NOT_SENT,
		'ECONNREFUSED',
	],
	['a status in n8n’s error', nodeApiError({ httpCode: '500' }), LOST, 'unknown'],
	['nothing in n8n’s error', nodeApiError(), LOST, 'unknown'],
] as Array<[string, unknown, Ending['kind'], string | undefined]>)(
	'%s',
	(_name, cause, kind, code) => {
		const ending = toEnding(cause);
		expect(ending.kind).toBe(kind);
		if (code !== undefined) expect(ending).toEqual({ kind, code });
	},
);

it.each([
	[
		'n8n’s own words',
		wrapped(undefined, { message: 'Domain not allowed', description: 'Allow it.' }),
		'Domain not allowed',
		'Allow it.',
	],
	[
		'n8n’s words without remedy',
		new Error('No credential'),
		'No credential',
		'Check the credential of the node.',
	],
	[
		'a remedy that is no text',
		Object.assign(new Error('x'), { description: 12 }),
		'x',
		'Check the credential of the node.',
	],
	['what is no error', 'oops', 'n8n did not send the request', 'Check the credential of the node.'],
	['nothing', undefined, 'n8n did not send the request', 'Check the credential of the node.'],
	[
		'n8n’s error with a cause that tells nothing',
		nodeApiError({ cause: new Error('why') }),
		'words',
		'Check the credential of the node.',
	],
	[
		'a code beside a cause',
		Object.assign(new Error('x'), { httpCode: 'ECONNRESET', cause: {} }),
		'x',
		'Check the credential of the node.',
	],
	[
		'a code that is none of the network',
		Object.assign(new Error('x'), { httpCode: 'not a CODE' }),
		'x',
		'Check the credential of the node.',
	],
	[
		'a code of one letter',
		Object.assign(new Error('x'), { httpCode: 'E' }),
		'x',
		'Check the credential of the node.',
	],
	[
		'a code in lower case behind it',
		Object.assign(new Error('x'), { httpCode: 'ECONN reset' }),
		'x',
		'Check the credential of the node.',
	],
])('%s is not an ending: n8n did not send the request', (_name, cause, message, description) => {
	const failure = catchFailure(cause);
	expect([failure.message, failure.description]).toEqual([message, description]);
});

it('tells of a file that is gone', () => {
	const failure = catchFailure(wrapped(coded('ENOENT', 'open')));
	expect(failure.message).toBe(
		'n8n does not hold the file of this item any more, so the request was not sent in full',
	);
	expect(failure.description).toMatch(/^Run the workflow again .* old executions\.$/);
});

it('looks six errors deep, the outermost first', () => {
	const chain = [1, 2, 3, 4, 5, 6, 7].reduceRight<unknown>(
		(cause, depth) => ({ depth, cause }),
		undefined,
	);
	expect(causesOf(chain).map((facts) => (facts as { depth: number }).depth)).toEqual([
		1, 2, 3, 4, 5, 6,
	]);
	expect(causesOf('text')).toEqual([]);
	expect(causesOf(null)).toEqual([]);
});

const answered = (status: number, body: unknown = {}): Ending => ({
	kind: 'answered',
	response: { status, headers: {}, body },
});

it('has a status only where an answer came', () => {
	expect(statusOf(answered(404))).toBe(404);
	expect(statusOf({ kind: 'lost', code: 'x' })).toBeUndefined();
	expect(statusOf({ kind: 'notSent', code: 'x' })).toBeUndefined();
});

it.each([
	[answered(200, { id: 'x' }), { id: 'x' }],
	[answered(299, { id: 0 }), { id: 0 }],
	[answered(300, { id: 'x' }), undefined],
	[answered(199, { id: 'x' }), undefined],
	[answered(200, { id: null }), undefined],
	[answered(200, { id: '' }), undefined],
	[answered(200, { other: 1 }), undefined],
	[answered(200, [{ id: 'x' }]), undefined],
	[answered(200, 'text'), undefined],
	[answered(200, null), undefined],
	[{ kind: 'lost', code: 'x' }, undefined],
] as Array<[Ending, unknown]>)('of %j the result is %j', (ending, result) => {
	expect(resultOf(ending, { answerField: 'id' })).toEqual(result);
});

it('takes any object for a result where no field is asked for', () => {
	expect(resultOf(answered(200, { other: 1 }), { answerField: undefined })).toEqual({ other: 1 });
	expect(resultOf(answered(200, 'text'), { answerField: undefined })).toBeUndefined();
});

it('knows certificates that are not trusted', () => {
	expect(isUntrusted({ kind: 'notSent', code: 'CERT_HAS_EXPIRED' })).toBe(true);
	expect(isUntrusted({ kind: 'lost', code: 'CERT_HAS_EXPIRED' })).toBe(false);
	expect(isUntrusted({ kind: 'notSent', code: 'ECONNREFUSED' })).toBe(false);
	expect(isUntrusted(answered(200))).toBe(false);
});

function catchFailure(cause: unknown): Failure {
	try {
		toEnding(cause);
	} catch (thrown) {
		if (thrown instanceof Failure) return thrown;
		throw thrown;
	}
	throw new Error('It was taken for an ending');
}
