import {
	mayPass,
	obstacleOf,
	type RenewalObstacle,
} from '../../../nodes/shared/transport/renewalObstacle';

const failed = (own: object): Error => Object.assign(new Error('n8n'), own);
const refused = (error: unknown) => failed({ code: 'EAUTH', body: { error } });

it.each([
	'invalid_grant',
	'invalid_client',
	'unauthorized_client',
	'unsupported_grant_type',
	'invalid_scope',
	'invalid_request',
	'access_denied',
])('%s says that the access is withdrawn', (error) => {
	expect(obstacleOf(failed({ cause: refused(error) }))).toEqual({ kind: 'withdrawn' });
});

it.each([
	['a refusal that may pass', refused('temporarily_unavailable'), { kind: 'failed' }],
	['a status', failed({ status: 429 }), { kind: 'failed', status: 429 }],
	['a status as text', failed({ httpCode: '503' }), { kind: 'failed', status: 503 }],
	[
		'the status of the answer first',
		failed({ status: 400, response: { status: 502 } }),
		{ kind: 'failed', status: 502 },
	],
	[
		'the status before n8n’s',
		failed({ status: 408, httpCode: '500' }),
		{ kind: 'failed', status: 408 },
	],
	[
		'a status deeper down',
		failed({ cause: failed({ status: 500 }) }),
		{ kind: 'failed', status: 500 },
	],
	['the lowest status', failed({ status: 100 }), { kind: 'failed', status: 100 }],
	['the highest status', failed({ status: 599 }), { kind: 'failed', status: 599 }],
	[
		'a wait that is asked for',
		failed({ response: { status: 503, headers: { 'retry-after': '7' } } }),
		{ kind: 'failed', status: 503, retryAfter: 7000 },
	],
	[
		'a wait that is no text',
		failed({ response: { status: 503, headers: { 'retry-after': 7 } } }),
		{ kind: 'failed', status: 503 },
	],
	[
		'an answer without headers',
		failed({ response: { status: 503 } }),
		{ kind: 'failed', status: 503 },
	],
	[
		'a code of the network',
		failed({ code: 'ECONNRESET' }),
		{ kind: 'unanswered', code: 'ECONNRESET' },
	],
	[
		'the same in n8n’s error',
		failed({ httpCode: 'ETIMEDOUT' }),
		{ kind: 'unanswered', code: 'ETIMEDOUT' },
	],
	[
		'the same deeper down',
		failed({ cause: failed({ code: 'ENOTFOUND' }) }),
		{ kind: 'unanswered', code: 'ENOTFOUND' },
	],
	['n8n’s own refusal', failed({ code: 'EAUTH' }), { kind: 'withdrawn' }],
	['no word at all', failed({}), { kind: 'withdrawn' }],
	['what is no code', failed({ code: 'not a code' }), { kind: 'withdrawn' }],
	['a code with something in front', failed({ code: 'xECONNRESET' }), { kind: 'withdrawn' }],
	['a code with something behind', failed({ code: 'ECONNRESET!' }), { kind: 'withdrawn' }],
	['a number too low for a status', failed({ status: 99 }), { kind: 'withdrawn' }],
	['a number too high for a status', failed({ status: 600 }), { kind: 'withdrawn' }],
	['half a status', failed({ status: 400.5 }), { kind: 'withdrawn' }],
	['a body of text', failed({ body: 'error', status: 500 }), { kind: 'failed', status: 500 }],
	['an empty body', failed({ body: null, status: 500 }), { kind: 'failed', status: 500 }],
	['a body without error', failed({ body: {}, status: 500 }), { kind: 'failed', status: 500 }],
	[
		'an error that is no text',
		failed({ body: { error: 1 }, status: 500 }),
		{ kind: 'failed', status: 500 },
	],
	['what is no error', 'oops', { kind: 'withdrawn' }],
] as Array<[string, unknown, RenewalObstacle]>)('%s', (_name, cause, obstacle) => {
	expect(obstacleOf(cause)).toEqual(obstacle);
});

it.each([
	[{ kind: 'withdrawn' }, false],
	[{ kind: 'unanswered', code: 'x' }, true],
	[{ kind: 'failed' }, true],
	[{ kind: 'failed', status: 200 }, true],
	[{ kind: 'failed', status: 299 }, true],
	[{ kind: 'failed', status: 300 }, false],
	[{ kind: 'failed', status: 400 }, false],
	[{ kind: 'failed', status: 407 }, false],
	[{ kind: 'failed', status: 408 }, true],
	[{ kind: 'failed', status: 409 }, false],
	[{ kind: 'failed', status: 428 }, false],
	[{ kind: 'failed', status: 429 }, true],
	[{ kind: 'failed', status: 430 }, false],
	[{ kind: 'failed', status: 499 }, false],
	[{ kind: 'failed', status: 500 }, true],
] as Array<[RenewalObstacle, boolean]>)('%j may pass: %j', (obstacle, expected) => {
	expect(mayPass(obstacle)).toBe(expected);
});
