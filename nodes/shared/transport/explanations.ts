import { groupWith } from '../authentication/accessGroups';
import type { Account } from './credential';
import type { Ending } from './ending';
import { Failure } from './failure';
import type { ApiRequest, Purpose } from './request';
import { type ApiResponse, isSuccess, objectOf, sentenceOf } from './response';

type Explanation = [message: string, description: string];

/** Turns an ending that is no success into what to tell the user. */
export function explain(
	ending: Ending,
	account: Account,
	request: ApiRequest,
	purpose: Purpose,
): Failure {
	if (ending.kind === 'notSent') return new Failure(...describeNotSent(ending.code, account));
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
export function describeLimit(milliseconds: number, account: Account): Explanation {
	const seconds = Math.ceil(milliseconds / 1000);
	const duration = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return [
		`The API takes no requests for ${duration}: the rate limit is used up`,
		`Try again after that. Everything that uses the ${tokenOf(account)} of the credential "${account.credentialName}" shares its limit, also outside of n8n.`,
	];
}

/** What to say when an access token has expired and MijnKlantportaal gives no other one. */
export function describeLostAccess({ credentialName }: Account): Explanation {
	return [
		`MijnKlantportaal no longer grants the access of the credential "${credentialName}"`,
		'The owner of the portal may have withdrawn it, or Client Secret is not right any more. Open the credential, check it and connect the account again. What was refused was not carried out.',
	];
}

/** What to say when an access token has expired and could not be renewed because of the network. */
export function describeNoRenewal(code: string, { credentialName }: Account): Explanation {
	return [
		// Without the code: n8n puts words of its own in the place of a message that has one.
		'The access token has expired and could not be renewed, because no answer came',
		`The connection ended with ${code}. Check OAuth Base URL in the credential "${credentialName}" and the network of the machine that n8n runs on, then run again. What was refused was not carried out.`,
	];
}

/** What the API was given to know the user by. */
function tokenOf({ authentication }: Pick<Account, 'authentication'>): string {
	return authentication === 'oAuth2' ? 'access token' : 'API key';
}

function hostOf({ baseUrl }: Account): string {
	try {
		return new URL(baseUrl).host;
	} catch {
		return baseUrl;
	}
}

function describeNotSent(code: string, account: Account): Explanation {
	const host = hostOf(account);
	const isCertificate = code.includes('CERT') || code.includes('TLS');
	return [
		isCertificate
			? `The certificate of ${host} is not trusted, so nothing was sent`
			: `No connection to ${host}, so nothing was sent`,
		`Check Base URL in the credential "${account.credentialName}" and the network of the machine that n8n runs on.`,
	];
}

function describeResponse(
	response: ApiResponse,
	account: Account,
	request: ApiRequest,
	{ noun, scope }: Purpose,
): Explanation {
	const { credentialName, baseUrl } = account;
	const { status } = response;
	const sentence = sentenceOf(response);
	if (status >= 300 && status < 400) {
		return [
			`The API answered with a redirect, which was not followed to keep the ${tokenOf(account)} safe`,
			`Set Base URL in the credential "${credentialName}" to the API's own address; it is ${baseUrl} now.`,
		];
	}
	switch (status) {
		case 401:
			return [
				sentence ?? `The API did not accept the ${tokenOf(account)}`,
				describeRefusedToken(account),
			];
		case 403:
			return [
				sentence ?? `The ${tokenOf(account)} may not do this`,
				`${describeScope(request, scope)} ${describeMoreAccess(account, scope)}`,
			];
		case 404:
			return [
				sentence ?? `The API does not know this ${noun}`,
				`Looked for ${decodeURIComponent(request.url)}. Check that the ${noun} exists in the portal of the credential "${credentialName}"${request.url.includes('_') ? '' : ', and its Base URL'}.`,
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
			return [
				sentence ?? 'The API did not accept the values',
				'Correct the value that the API names, then run this item again. Nothing was changed in the portal.',
			];
		case 426:
			return [
				sentence ?? 'The MijnKlantportaal licence does not allow this',
				'The licence of the portal has reached its limit for this month or lacks this function. Look at the licence in MijnKlantportaal, then run this item again.',
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

function describeRefusedToken({ authentication, credentialName }: Account): string {
	return authentication === 'oAuth2'
		? `A new access token was not accepted either. Connect the account in the credential "${credentialName}" again, and check that its Base URL and OAuth Base URL belong to the same portal.`
		: `Check API Key in the credential "${credentialName}": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.`;
}

/**
 * Which scope is lacking. The table of scopes (docs/api-facts.md, Scopes) names none for each operation, and none at all
 * for some: the message tells what is known from what is likely.
 */
function describeScope({ method }: ApiRequest, scope: string | undefined): string {
	if (scope === undefined) return 'The documentation of MijnKlantportaal names no scope for this.';
	const isReading = method === 'GET';
	return !isReading && scope.endsWith('.read')
		? `The documentation of MijnKlantportaal names no scope for changes here; it most likely lacks the scope ${scope}, which is the nearest.`
		: `It most likely lacks the scope ${scope}.`;
}

function describeMoreAccess(
	{ authentication, credentialName }: Account,
	scope: string | undefined,
): string {
	const group = scope === undefined ? undefined : groupWith(scope);
	if (authentication === 'apiKey') {
		return `Make an API key with ${scope === undefined ? 'every scope' : 'that scope'} in MijnKlantportaal under Settings > API Keys and put it into the credential "${credentialName}"${scope === undefined ? ', or ask MijnKlantportaal which scope is needed' : ''}.`;
	}
	return group === undefined
		? `Choose more under Access in the credential "${credentialName}" and connect the account again, or ask MijnKlantportaal which scope is needed.`
		: `Add "${group.name}" under Access in the credential "${credentialName}" and connect the account again.`;
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
		sentenceOf(response) ?? finding,
		`Check that Base URL in the credential "${credentialName}" is the address of the API (${baseUrl} now) and that no proxy or sign-in page stands in between.`,
	];
}
