import {
	fingerprintOf,
	identityOf,
	secretsOf,
	toBaseUrl,
	tokenOf,
	tokensOf,
} from '../../../nodes/shared/transport/credential';
import { Failure } from '../../../nodes/shared/transport/failure';

const apiKey = { authentication: 'apiKey', credentialName: 'Mine', baseUrl: '' } as const;
const oAuth2 = { authentication: 'oAuth2', credentialName: 'Mine', baseUrl: '' } as const;

it('calls the token by its name', () => {
	expect([tokenOf(apiKey), tokenOf(oAuth2)]).toEqual(['API key', 'access token']);
});

it.each([
	[{ oauthTokenData: { access_token: 'a', refresh_token: 'r' } }, 'a', 'r'],
	[{ oauthTokenData: { access_token: 1, refresh_token: {} } }, undefined, undefined],
	[{ oauthTokenData: undefined }, undefined, undefined],
	[{}, undefined, undefined],
])('the tokens of %j', (credential, accessToken, refreshToken) => {
	expect(tokensOf(credential as never)).toEqual({ accessToken, refreshToken });
});

describe('what stays the same of a credential', () => {
	const tokens = (data: object) => ({ apiKey: 'key', oauthTokenData: data }) as never;

	it('is the API key, or the refresh token, or the only token', () => {
		expect(identityOf(apiKey, tokens({ access_token: 'a' }))).toBe('key');
		expect(identityOf(oAuth2, tokens({ access_token: 'a', refresh_token: 'r' }))).toBe('r');
		expect(identityOf(oAuth2, tokens({ access_token: 'a' }))).toBe('a');
	});

	it.each([[{}], [{ refresh_token: 'r' }]])('is nothing in %j', (data) => {
		expect(() => identityOf(oAuth2, tokens(data))).toThrow(
			new Failure('The credential "Mine" is not connected', ''),
		);
	});
});

it('knows a token by its hash, and texts that are put together otherwise apart', () => {
	expect(fingerprintOf('a', 'b')).toMatch(/^[0-9a-f]{64}$/);
	expect(fingerprintOf('a', 'b')).toBe(fingerprintOf('a', 'b'));
	expect(fingerprintOf('a', 'b')).not.toBe(fingerprintOf('ab'));
	expect(fingerprintOf('a')).not.toContain('a'.repeat(5));
});

describe('secrets', () => {
	it('are all that an answer must not show, in every form, the longest first, each once', () => {
		const secrets = secretsOf({
			apiKey: ' 12|key "1" ',
			clientSecret: 'client-secret',
			oauthTokenData: { access_token: 'access-token', refresh_token: 'access-token' },
			other: 'no secret at all',
		} as never);
		expect(secrets).toEqual([
			'12%7Ckey%20%221%22',
			'key%20%221%22',
			'client-secret',
			'12|key \\"1\\"',
			'access-token',
			'12|key "1"',
			'key \\"1\\"',
			'key "1"',
		]);
	});

	it('are no shorter than five characters', () => {
		expect(secretsOf({ apiKey: 'abcd', clientSecret: 'abcde' })).toEqual(['abcde']);
		expect(secretsOf({ apiKey: 7, clientSecret: undefined } as never)).toEqual([]);
	});
});

describe('the remedy for a base URL', () => {
	const remedyFor = (given: unknown, account: typeof apiKey | typeof oAuth2 = apiKey): string => {
		try {
			toBaseUrl(given, account);
		} catch (cause) {
			return (cause as Failure).description;
		}
		return '';
	};

	it.each([
		[
			'https://me@x.example',
			'Leave out what stands before the @ in the credential "Mine": the API key alone tells the API who calls.',
		],
		[
			'x',
			'Correct it in the credential "Mine"; it normally is https://api.mijnklantportaal.nl/v1.',
		],
		[
			'https://x.example/?a=1',
			'Leave that out in the credential "Mine": the path of each request is put behind the address.',
		],
		[
			'http://x.example',
			'Let it begin with https:// in the credential "Mine"; http:// is for this machine and addresses inside of your own network.',
		],
	])('%s', (given, remedy) => {
		expect(remedyFor(given)).toBe(remedy);
	});

	it('names the token', () => {
		expect(remedyFor('https://me@x.example', oAuth2)).toContain('the access token alone');
	});

	it.each(['xhttps://portal.example', 'https:/portal.example', ' \n '])('comes for %j', (given) => {
		expect(remedyFor(given)).toContain('Correct it');
	});

	it('reads no more of an address than any has', () => {
		expect(toBaseUrl(`https://x.example/${'a'.repeat(3000)}`, apiKey)).toHaveLength(2000);
	});
});
