import { toApiKey, toBaseUrl } from '../../../nodes/shared/transport/credential';
import { Failure } from '../../../nodes/shared/transport/failure';

const account = { authentication: 'apiKey', credentialName: 'My portal' } as const;

it.each([
	['https://api.mijnklantportaal.nl/v1', 'https://api.mijnklantportaal.nl/v1'],
	[' https://api.mijnklantportaal.nl/v1// ', 'https://api.mijnklantportaal.nl/v1'],
	['HTTPS://api.mijnklantportaal.nl', 'HTTPS://api.mijnklantportaal.nl'],
	['http://127.0.0.1:3000/v1', 'http://127.0.0.1:3000/v1'],
	['http://[::1]:3000/v1', 'http://[::1]:3000/v1'],
	['http://portal:3000/v1', 'http://portal:3000/v1'],
	['http://192.168.1.5/v1', 'http://192.168.1.5/v1'],
])('%j is where requests go', (given, expected) => {
	expect(toBaseUrl(given, account)).toBe(expected);
});

it.each([
	[undefined, 'Base URL is not a web address: ""'],
	['portal', 'Base URL is not a web address: "portal"'],
	['ftp://portal/v1', 'Base URL is not a web address: "ftp://portal/v1"'],
	['https://', 'Base URL is not a web address: "https:"'],
	['https://me:secret@portal.example/v1', 'Base URL holds a user name or a password'],
	['me:secret@portal.example/v1', 'Base URL holds a user name or a password'],
	['https://portal.example/v1?tenant=1', 'Base URL goes on behind its path: "?tenant=1"'],
	['https://portal.example/v1?', 'Base URL goes on behind its path: "?"'],
	['https://portal.example/v1#x', 'Base URL goes on behind its path: "#x"'],
	[
		'http://portal.example/v1',
		'Base URL begins with http://, which would send the API key to portal.example for everybody on the way to read',
	],
])('%j is refused', (given, message) => {
	const failure = catchFailure(() => toBaseUrl(given, account));
	expect(failure.message).toBe(message);
	expect(failure.description).toContain('"My portal"');
	expect(`${failure.message} ${failure.description}`).not.toContain('secret');
});

it('names the token of the credential and the field', () => {
	const oAuth2 = { authentication: 'oAuth2', credentialName: 'My portal' } as const;
	const { message } = catchFailure(() => toBaseUrl('http://x.example', oAuth2, 'OAuth Base URL'));
	expect(message).toMatch(/^OAuth Base URL begins with http:\/\/.* the access token /);
});

it.each([
	[' key ', 'key'],
	['Bearer key', 'key'],
	[' bearer  key', 'key'],
	['Bearerkey', 'Bearerkey'],
	[undefined, ''],
])('the API key in %j is %j', (given, expected) => {
	expect(toApiKey(given)).toBe(expected);
});

function catchFailure(act: () => unknown): Failure {
	try {
		act();
	} catch (cause) {
		if (cause instanceof Failure) return cause;
	}
	throw new Error('It was not refused');
}
