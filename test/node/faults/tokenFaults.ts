import { tokenAnswers, type TokenFault } from '../oauth/tokenAddress';
import { carriedOut, type Fault, noFault, notCarriedOut, type TokenTrouble } from './fault';

const passing: Array<[string, TokenFault]> = [
	['500', tokenAnswers(500, '{"message":"Server Error"}')],
	['429', tokenAnswers(429, '{"message":"Too Many Attempts."}', { 'retry-after': '1' })],
	['a web page', tokenAnswers(200, '<html></html>', { 'content-type': 'text/html' })],
	['{}', tokenAnswers(200, '{}')],
	['a lost connection', (response) => response.socket?.destroy()],
];

const lasting: Array<[string, TokenFault]> = [
	['500 each time', tokenAnswers(500, '')],
	['silence', () => undefined],
	['invalid_grant', tokenAnswers(400, '{"error":"invalid_grant"}')],
];

/** What the token address does for so long, when the access token expired then. */
function trouble(
	expires: TokenTrouble['expires'],
	[name, does]: [string, TokenFault],
	times: number,
): { name: string; token: TokenTrouble } {
	const when = expires === 'before' ? 'the access token expired' : 'then the access token expires';
	return { name: `${when}, token address: ${name}`, token: { expires, does, times } };
}

const before: Fault[] = [
	...passing.map((fault): Fault => ({ ...noFault, ...trouble('before', fault, 2) })),
	...lasting.map((fault): Fault => ({
		...noFault,
		...trouble('before', fault, Infinity),
		carriesOut: false,
		proves: 'notYet',
		lasts: true,
	})),
];

/** Without a token nothing can be found out of the request, nor can it be sent again. */
const onArrival: Fault[] = [
	...passing.map((fault) => trouble('onArrival', fault, 2)),
	...lasting.map((fault) => trouble('onArrival', fault, Infinity)),
].flatMap(({ name, token }): Fault[] => [
	{ ...carriedOut(`lost, ${name}`, { kind: 'loseAnswer' }), token },
	{ ...notCarriedOut(`dropped, ${name}`, { kind: 'dropRequest' }), token },
]);

/** An access token that expires before the request or while it is in doubt, and no other one at once. */
export const tokenFaults: Fault[] = [...before, ...onArrival];
