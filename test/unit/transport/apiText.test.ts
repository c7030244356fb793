import { readWords, toReadable } from '../../../nodes/shared/transport/apiText';
import { secretsOf } from '../../../nodes/shared/transport/credential';

const API_KEY = '12|abcdefghij/klm';
const secrets = secretsOf({ apiKey: ` ${API_KEY} ` });

it.each([
	['as it is', `Bearer ${API_KEY}`],
	['without its number', 'abcdefghij/klm'],
	['as a part of an address', encodeURIComponent(API_KEY)],
])('masks the API key %s', (_name, said) => {
	const text = toReadable(`You sent ${said}!`, secrets);
	expect(text).toMatch(/^You sent (Bearer )?\*\*\*!$/);
});

it('masks every token of an OAuth2 credential, and its client secret', () => {
	const known = secretsOf({
		clientSecret: 'the-client-secret',
		oauthTokenData: { access_token: 'the-access-token', refresh_token: 'the-refresh-token' },
	});
	const said = 'the-client-secret the-access-token the-refresh-token the-access';
	expect(toReadable(said, known)).toBe('*** *** *** the-access');
});

it('masks before it cuts, so that no part of a token is left', () => {
	for (const before of [280, 290, 299, 4990, 4999]) {
		const text = toReadable(`${'x'.repeat(before)}${API_KEY}`, secrets);
		expect(text).not.toContain('abc');
	}
});

it('spoils no words with what is too short to be a token', () => {
	expect(toReadable('a test of a key', secretsOf({ apiKey: 'a' }))).toBe('a test of a key');
});

it.each([
	['ten million characters', 'x'.repeat(10_000_000), `${'x'.repeat(300)}…`],
	['three hundred characters', 'x'.repeat(300), 'x'.repeat(300)],
	['several lines', ' one\r\n\ttwo\u0000three ', 'one two three'],
])('makes one line of readable length of %s', (_name, given, expected) => {
	expect(toReadable(given, [])).toBe(expected);
});

describe('words of an answer', () => {
	const wordsOf = async (body: unknown) =>
		await readWords({ status: 422, headers: {}, body }, async () => await Promise.resolve(secrets));

	it.each([
		['text', 'oops'],
		['a list', ['oops']],
		['nothing', undefined],
		['no sentence', { message: ' ', errors: {} }],
		['a sentence of another kind', { message: 12, errors: 'none' }],
	])('are none in %s', async (_name, body) => {
		expect(await wordsOf(body)).toBeUndefined();
	});

	it('are the sentence and the first error of each field', async () => {
		const body = {
			message: `Wrong: ${API_KEY}`,
			errors: { amount: ['Too low.', 'Odd.'], dueAt: 'Too early.', lines: [], name: [7], x: null },
		};
		expect(await wordsOf(body)).toEqual({
			sentence: 'Wrong: ***',
			fieldErrors: [
				{ field: 'amount', sentence: 'Too low.' },
				{ field: 'dueAt', sentence: 'Too early.' },
			],
		});
	});

	it('are ten errors at most', async () => {
		const errors = Object.fromEntries(
			Array.from({ length: 1000 }, (_, index) => [`f${index}`, ['No.']]),
		);
		expect((await wordsOf({ errors }))?.fieldErrors).toHaveLength(10);
	});
});
