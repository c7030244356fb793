import { describeLackingScope, describeRefusedToken } from './accessExplanations';
import { type Account, tokenOf } from './credential';
import { type Ending, isUntrusted } from './ending';
import { type Explanation, Failure } from './failure';
import { describeRefusedValues } from './refusedValues';
import type { ApiRequest, Purpose } from './request';
import { type ApiResponse, isSuccess, objectOf } from './response';
import { sentences } from '../values/sentence';

/** Turns an ending that is no success into what to tell the user. */
export function explain(
	ending: Ending,
	account: Account,
	request: ApiRequest,
	purpose: Purpose,
): Failure {
	if (isUntrusted(ending)) return new Failure(...describeUntrusted(account));
	if (ending.kind === 'notSent') return new Failure(...describeNotSent(account));
	if (ending.kind === 'lost') {
		return new Failure(
			'The connection to the API ended before an answer came',
			`Check the network between n8n and ${hostOf(account)}, then run again.`,
		);
	}
	const { response } = ending;
	return new Failure(...describeResponse(response, account, request, purpose), response.status);
}

/** What to say when the rate limit is used up for longer than can be waited for. */
export function explainLimit(milliseconds: number, account: Account): Failure {
	const seconds = Math.ceil(milliseconds / 1000);
	return new Failure(
		`The API takes no requests for ${durationOf(seconds)}: the rate limit is used up`,
		`Try again after that. Everything that uses the ${tokenOf(account)} of the credential "${account.credentialName}" shares its limit, also outside of n8n.`,
		429,
	);
}

function durationOf(seconds: number): string {
	if (seconds < 120) return `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

function hostOf({ baseUrl }: Account): string {
	try {
		return new URL(baseUrl).host;
	} catch {
		return baseUrl;
	}
}

function describeUntrusted(account: Account): Explanation {
	const host = hostOf(account);
	return [
		`The certificate of ${host} is not trusted, so nothing was sent`,
		sentences(
			`Check Base URL in the credential "${account.credentialName}"`,
			'Where that server has a certificate of your own making, start n8n with the environment variable NODE_EXTRA_CA_CERTS, which names the file of who issued it',
			account.hasRequestOptions === true
				? 'Or turn on Ignore SSL Issues (Insecure) in the node under Settings > Request Options'
				: '',
		),
	];
}

function describeNotSent(account: Account): Explanation {
	return [
		`No connection to ${hostOf(account)}, so nothing was sent`,
		`Check Base URL in the credential "${account.credentialName}" and the network of the machine that n8n runs on.`,
	];
}

function describeResponse(
	response: ApiResponse,
	account: Account,
	request: ApiRequest,
	purpose: Purpose,
): Explanation {
	const { credentialName, baseUrl } = account;
	const { noun, scope } = purpose;
	const { status, words } = response;
	const sentence = words?.sentence;
	if (status >= 300 && status < 400) {
		return [
			`The API answered with a redirect, which was not followed to keep the ${tokenOf(account)} safe`,
			`Set Base URL in the credential "${credentialName}" to the API's own address; it is ${baseUrl} now.`,
		];
	}
	switch (status) {
		case 401:
			return describeRefusedToken(request, account, scope, sentence);
		case 403:
			return describeLackingScope(request, account, scope, sentence);
		case 404:
			return [
				sentence ?? describeUnknown(request, purpose),
				`Looked for ${decodeURIComponent(request.url)}. ${describeWhereToLook(request, account, purpose)}`,
			];
		case 407:
			return [
				'The proxy in front of the API wants a user name and a password',
				`Put them into the address of the proxy, as in http://user:password@host:8080: ${account.hasRequestOptions === true ? 'in the node under Settings > Request Options > Proxy, or ' : ''}in the environment variable HTTPS_PROXY of n8n. Nothing was sent to the API.`,
			];
		case 408:
			return [
				sentence ?? 'The API stopped waiting for the request (status 408)',
				'The connection between n8n and the API is slow, or the file is large. Run again; with a smaller file if that does not help.',
			];
		case 409:
			return [
				sentence ?? `The ${noun} is not in a state that allows this`,
				`Look at the ${noun} in the portal: the change may have been made before.`,
			];
		case 413:
			return [
				sentence ?? 'The file is larger than the API takes',
				'Use a smaller file, for example a PDF with compressed images.',
			];
		case 422:
			return describeRefusedValues(words, purpose);
		case 426:
			return [
				sentence ?? 'The MijnKlantportaal license does not allow this',
				'The license of the portal has reached its limit for this month or lacks this function. Look at the license in MijnKlantportaal, then run this item again.',
			];
	}
	if (isSuccess(response)) return describeUnreadable(response, account, request);
	if (status >= 500) {
		return [
			sentence ?? `The API answered with status ${status}`,
			`MijnKlantportaal could not handle the request (status ${status}). Run again later; nothing has to be changed in the workflow.`,
		];
	}
	return [
		sentence ?? `The API refused the request with status ${status}`,
		`Check the values of this item and the credential "${credentialName}".`,
	];
}

/** What the API does not know: one object of that kind, or where it has its objects of that kind. */
function describeUnknown(request: ApiRequest, { noun }: Purpose): string {
	return namesObject(request)
		? `The API does not know this ${noun}`
		: `The API has nothing at ${decodeURIComponent(request.url)}`;
}

function describeWhereToLook(
	request: ApiRequest,
	{ credentialName, baseUrl }: Account,
	{ noun }: Purpose,
): string {
	return namesObject(request)
		? `Check that the ${noun} exists in the portal of the credential "${credentialName}".`
		: `Check Base URL in the credential "${credentialName}" (${baseUrl} now); it normally is https://api.mijnklantportaal.nl/v1.`;
}

/** Whether the address holds the ID of an object: `inv_abc12345def678`. */
function namesObject({ url }: ApiRequest): boolean {
	return url.split('/').some((part) => part.includes('_'));
}

/** What a success shows, in words. */
const EXPECTED = { id: 'an object', data: 'a list', link: 'a download address' } as const;

function describeUnreadable(
	response: ApiResponse,
	{ baseUrl, credentialName }: Account,
	{ answerField }: ApiRequest,
): Explanation {
	const isPage = typeof response.body === 'string' && /<(!doctype|html)/i.test(response.body);
	const what = isPage ? 'a web page' : response.body ? 'text that cannot be read' : 'nothing';
	const isOther = objectOf(response) !== undefined && answerField !== undefined;
	const finding = isOther
		? `The API answered without ${EXPECTED[answerField]} where one was expected`
		: `The API answered with ${what} where data was expected`;
	return [
		response.words?.sentence ?? finding,
		`Check that Base URL in the credential "${credentialName}" is the address of the API (${baseUrl} now) and that no proxy or sign-in page stands in between.`,
	];
}
