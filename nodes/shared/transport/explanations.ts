import { groupWith } from '../authentication/accessGroups';
import { type Answer, type Ending, isSuccess, sentenceOf } from './response';
import type { Connection } from './connection';
import { Failure } from './failure';
import type { ApiRequest } from './send';

/** What the request was for, in words. */
export interface Purpose {
	/** The kind of object: "invoice". */
	noun: string;
	/** Scope that the API key needs; undefined where the documentation names none. */
	scope?: string;
}

/** Which portal it was, as the user set it up. */
type Portal = Pick<Connection, 'authentication' | 'baseUrl' | 'credentialName'>;

type Explanation = [message: string, description: string];

/** Turns an ending that is no success into what to tell the user. */
export function explain(
	ending: Ending,
	connection: Portal,
	request: ApiRequest,
	purpose: Purpose,
): Failure {
	if (ending.kind === 'notSent') return new Failure(...describeNotSent(ending.code, connection));
	if (ending.kind === 'lost') {
		return new Failure(
			'The connection to the API ended before an answer came',
			`Check the network between n8n and ${hostOf(connection)}, then run again.`,
		);
	}
	const { answer } = ending;
	return new Failure(...describeAnswer(answer, connection, request, purpose), answer.status);
}

/** What to say when the rate limit is used up for longer than can be waited for. */
export function describeLimit(milliseconds: number, portal: Portal): Explanation {
	const seconds = Math.ceil(milliseconds / 1000);
	const duration = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return [
		`The API takes no requests for ${duration}: the rate limit is used up`,
		`Try again after that. Everything that uses the ${tokenOf(portal)} of the credential "${portal.credentialName}" shares its limit, also outside of n8n.`,
	];
}

/** What to say when an access token has expired and MijnKlantportaal gives no other one. */
export function describeLostAccess({ credentialName }: Portal): Explanation {
	return [
		`MijnKlantportaal no longer grants the access of the credential "${credentialName}"`,
		'The owner of the portal may have withdrawn it, or Client Secret is not right any more. Open the credential, check it and connect the account again. What was refused was not carried out.',
	];
}

/** What to say when an access token has expired and could not be renewed because of the network. */
export function describeNoRenewal(code: string, { credentialName }: Portal): Explanation {
	return [
		// Without the code: n8n puts words of its own in the place of a message that has one.
		'The access token has expired and could not be renewed, because no answer came',
		`The connection ended with ${code}. Check OAuth Base URL in the credential "${credentialName}" and the network of the machine that n8n runs on, then run again. What was refused was not carried out.`,
	];
}

/** What the API was given to know the user by. */
function tokenOf({ authentication }: Pick<Portal, 'authentication'>): string {
	return authentication === 'oAuth2' ? 'access token' : 'API key';
}

function hostOf({ baseUrl }: Portal): string {
	try {
		return new URL(baseUrl).host;
	} catch {
		return baseUrl;
	}
}

function describeNotSent(code: string, connection: Portal): Explanation {
	const host = hostOf(connection);
	const isCertificate = code.includes('CERT') || code.includes('TLS');
	return [
		isCertificate
			? `The certificate of ${host} is not trusted, so nothing was sent`
			: `No connection to ${host}, so nothing was sent`,
		`Check Base URL in the credential "${connection.credentialName}" and the network of the machine that n8n runs on.`,
	];
}

function describeAnswer(
	answer: Answer,
	connection: Portal,
	request: ApiRequest,
	{ noun, scope }: Purpose,
): Explanation {
	const { credentialName, baseUrl } = connection;
	const { status } = answer;
	const sentence = sentenceOf(answer);
	if (status >= 300 && status < 400) {
		return [
			`The API answered with a redirect, which was not followed to keep the ${tokenOf(connection)} safe`,
			`Set Base URL in the credential "${credentialName}" to the API's own address; it is ${baseUrl} now.`,
		];
	}
	switch (status) {
		case 401:
			return [
				sentence ?? `The API did not accept the ${tokenOf(connection)}`,
				describeRefusedToken(connection),
			];
		case 403:
			return [
				sentence ?? `The ${tokenOf(connection)} may not do this`,
				`${describeScope(request, scope)} ${describeMoreAccess(connection, scope)}`,
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
	if (isSuccess(answer)) return describeUnreadable(answer, connection);
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

function describeRefusedToken({ authentication, credentialName }: Portal): string {
	return authentication === 'oAuth2'
		? `A new access token was not accepted either. Connect the account in the credential "${credentialName}" again, and check that its Base URL and OAuth Base URL belong to the same portal.`
		: `Check API Key in the credential "${credentialName}": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.`;
}

/**
 * Which scope is lacking. The table of scopes (guide 3.4) names none for each operation, and none at all
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
	{ authentication, credentialName }: Portal,
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

function describeUnreadable(answer: Answer, { baseUrl, credentialName }: Portal): Explanation {
	const isPage = typeof answer.body === 'string' && /<(!doctype|html)/i.test(answer.body);
	const what = isPage ? 'a web page' : answer.body ? 'text that cannot be read' : 'nothing';
	return [
		`The API answered with ${what} where data was expected`,
		`Check that Base URL in the credential "${credentialName}" is the address of the API (${baseUrl} now) and that no proxy or sign-in page stands in between.`,
	];
}
