import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Channel } from './channel';
import { now } from './clock';
import type { Connection } from './connection';
import { type Ending, resultOf } from './ending';
import { exchange } from './exchange';
import { explainLimit } from './explanations';
import type { Passage } from './hold';
import { isMultipart, refusesBooleanWords, toFormData } from './multipart';
import { pause } from './pause';
import { LimitUsedUp, type Turn, type TurnOptions } from './rateLimiter';
import { isFruitless, noteFruitless, refusesToken, renew, usableToken } from './renewal';
import type { ApiRequest } from './request';
import { decide, MOST_RETRIES, pauseBefore } from './retryDecision';
import type { Stop } from './stop';
import type { Place } from './waitingLine';

/** How long a caller waits, and what ends the waiting. */
export interface WaitOptions extends Pick<TurnOptions, 'stop' | 'longestWait'> {
	/** Ends a request that may have been carried out already, in place of `stop`: its end is to be known. */
	cancelled?: Stop;
	/** Holds the request back while another one is in doubt. */
	passage?: Passage;
	/** Whether it goes before items: what finds out about a doubt. */
	isUrgent?: boolean;
	/** Whether to try no more than once where nothing answers: the limit is still waited for. */
	isOnlyTry?: boolean;
	/** Told when the request has to wait for the limit, in milliseconds. */
	onLimit?: (milliseconds: number) => void;
}

/** How a request ended for good. */
export interface Outcome {
	ending: Ending;
	/** The answer, where the API carried the request out. */
	result?: IDataObject;
	/** When it was sent for the last time, by the clock of durations. */
	sentAt: number;
	/** Whether the API may or may not have carried the request out. */
	isAmbiguous: boolean;
	/** Whether a try before this ending may have been carried out, for methods that are sent again. */
	isRepeated: boolean;
}

/** The longest wait for the limit that can be meant as a wait; what is longer is an answer to report. */
const LONGEST_WAIT = 15 * 60 * 1000;

/**
 * Sends a request, however often it may be sent and has to be: waits for the rate limit, sends again
 * what certainly was not carried out, and what does no harm twice. The only way to the API.
 * @throws Failure when the limit is used up for too long; the reason of the stop.
 */
export async function send(
	connection: Connection,
	request: ApiRequest,
	options: WaitOptions = {},
): Promise<Outcome> {
	const tried: Tried = { sentAt: now(), isRepeated: false };
	return await sendUntilCertain(connection, request, options, tried).catch((cause: unknown) => {
		const { ending, sentAt, isRepeated } = tried;
		if (ending === undefined || !isRepeated || request.method === 'GET') throw cause;
		// The execution was canceled, or the limit used up, before it was sent again: it may be carried out.
		return { ending, sentAt, isAmbiguous: true, isRepeated };
	});
}

/** What is known of the tries so far. */
interface Tried extends Pick<Outcome, 'sentAt' | 'isRepeated'> {
	ending?: Ending;
}

async function sendUntilCertain(
	connection: Connection,
	request: ApiRequest,
	{
		stop,
		cancelled = stop,
		longestWait = LONGEST_WAIT,
		passage,
		isUrgent,
		isOnlyTry,
		onLimit,
	}: WaitOptions,
	tried: Tried,
): Promise<Outcome> {
	const { channel } = connection;
	let ownBooleans: Channel['multipartBooleans'] | undefined;
	let refusedSince: number | undefined;
	const { execution, deadline } = connection;
	const urgency = execution === undefined ? 'person' : isUrgent ? 'lookUp' : 'item';
	const place: Partial<Place> = { execution, urgency };
	let retries = isOnlyTry === true ? MOST_RETRIES : 0;
	let hasRenewed = false;
	for (;;) {
		const currentStop = tried.isRepeated ? cancelled : stop;
		const turn = await beginTurn(
			connection,
			{ stop: currentStop, longestWait, deadline, ...place },
			passage,
		);
		place.order = turn.order;
		const booleans = ownBooleans ?? channel.multipartBooleans;
		let token: string | undefined;
		const ending = await takeTurn(turn, async () => {
			token = await usableToken(connection, currentStop);
			tried.sentAt = now();
			return await exchange(connection, await toOptions(connection, request, booleans));
		});
		if (token !== undefined && refusesToken(connection, ending)) {
			if (!hasRenewed && !isFruitless(connection, request, token)) {
				hasRenewed = true;
				await renew(connection, token, currentStop);
				continue;
			}
			noteFruitless(connection, request, token);
		}
		if (booleans === 'words' && refusesBooleanWords(request, ending)) {
			ownBooleans = 'digits';
			continue;
		}
		const decision = decide(request, ending, retries);
		const result = resultOf(ending, request);
		if (decision === 'accept') {
			if (ownBooleans && result) channel.multipartBooleans = ownBooleans;
			return { ...tried, ending, result, isAmbiguous: false };
		}
		if (decision === 'ambiguous') return { ...tried, ending, isAmbiguous: true };
		if (decision === 'retry') {
			tried.isRepeated ||= ending.kind !== 'notSent';
			if (ending.kind !== 'notSent') tried.ending = ending;
			await pause(pauseBefore(retries++, Math.random()), tried.isRepeated ? cancelled : stop);
		}
		if (decision === 'waitForLimit') {
			refusedSince ??= now();
			onLimit?.(channel.limiter.closedFor);
			const waited = now() - refusedSince;
			if (waited > longestWait) throw explainLimit(waited, connection);
		}
	}
}

async function beginTurn(
	connection: Connection,
	options: TurnOptions,
	passage: Passage | undefined,
): Promise<Turn> {
	for (;;) {
		await passage?.pass(options.stop);
		const turn = await connection.channel.limiter.begin(options).catch((cause: unknown) => {
			throw cause instanceof LimitUsedUp ? explainLimit(cause.milliseconds, connection) : cause;
		});
		if (!passage?.isClosed) return turn;
		// Another request fell into doubt while this one stood in line.
		turn.giveBack();
		options.order = turn.order;
	}
}

async function takeTurn(turn: Turn, exchangeOnce: () => Promise<Ending>): Promise<Ending> {
	let ending: Ending | undefined;
	try {
		ending = await exchangeOnce();
		return ending;
	} finally {
		turn.end(ending?.kind === 'answered' ? ending.response : undefined);
	}
}

async function toOptions(
	{ context, template }: Connection,
	{ method, url, query, body }: ApiRequest,
	booleans: Channel['multipartBooleans'],
): Promise<IHttpRequestOptions> {
	const options: IHttpRequestOptions = {
		...template,
		method,
		url,
		headers: { ...template.headers },
		qs: { ...query },
		json: true,
	};
	delete options.body;
	if (body === undefined || Object.keys(body).length === 0) return options;
	// Only items have files, and only their context reads them.
	options.body = isMultipart(body)
		? await toFormData(context as IExecuteSingleFunctions, body, booleans)
		: body;
	return options;
}
