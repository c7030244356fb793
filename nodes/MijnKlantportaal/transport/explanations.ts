import { type Answer, type Ending, sentenceOf } from './answer';
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
type Portal = Pick<Connection, 'baseUrl' | 'credentialName'>;

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
export function describeLimit(milliseconds: number, credentialName: string): Explanation {
	const seconds = Math.ceil(milliseconds / 1000);
	const duration = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return [
		`The API takes no requests for ${duration}: the rate limit is used up`,
		`Try again after that. Everything that uses the API key of the credential "${credentialName}" shares its limit, also outside of n8n.`,
	];
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
			'The API answered with a redirect, which was not followed to keep the API key safe',
			`Set Base URL in the credential "${credentialName}" to the API's own address; it is ${baseUrl} now.`,
		];
	}
	switch (status) {
		case 401:
			return [
				sentence ?? 'The API did not accept the API key',
				`Check API Key in the credential "${credentialName}": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.`,
			];
		case 403:
			return [
				sentence ?? 'The API key may not do this',
				scope === undefined
					? `The documentation of MijnKlantportaal names no scope for this. Make a key with every scope in MijnKlantportaal under Settings > API Keys and put it into the credential "${credentialName}", or ask MijnKlantportaal which scope is needed.`
					: `The API key of the credential "${credentialName}" most likely lacks the scope ${scope}. Make a key with that scope in MijnKlantportaal under Settings > API Keys.`,
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
	if (status >= 200 && status < 300) return describeUnreadable(answer, connection);
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

function describeUnreadable(answer: Answer, { baseUrl, credentialName }: Portal): Explanation {
	const isPage = typeof answer.body === 'string' && /<(!doctype|html)/i.test(answer.body);
	const what = isPage ? 'a web page' : answer.body ? 'text that cannot be read' : 'nothing';
	return [
		`The API answered with ${what} where data was expected`,
		`Check that Base URL in the credential "${credentialName}" is the address of the API (${baseUrl} now) and that no proxy or sign-in page stands in between.`,
	];
}
