import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Channel } from './channel';
import { now } from './clock';
import type { Connection } from './connection';
import { type Ending, resultOf, statusOf } from './ending';
import { exchange } from './exchange';
import { describeLimit } from './explanations';
import { Failure } from './failure';
import type { Hold } from './hold';
import { booleanFieldsOf, isMultipart, toFormData } from './multipart';
import { pause } from './pause';
import { LimitUsedUp, type Turn, type TurnOptions } from './rateLimiter';
import { refusesToken, renew, usableToken } from './renewal';
import type { ApiRequest } from './request';
import { sentenceOf } from './response';
import { decide, pauseBefore } from './retryDecision';
import type { Stop } from './stop';

/** How long a caller waits, and what ends the waiting. */
export interface WaitOptions extends Pick<TurnOptions, 'stop' | 'longestWait'> {
	/** Ends a request that may have been carried out already, in place of `stop`: its end is to be known. */
	cancelled?: Stop;
	/** Holds the request back while another one is in doubt. */
	hold?: Hold;
	/** Whether it goes before all others: what finds out about a doubt. */
	isUrgent?: boolean;
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
	{ stop, cancelled = stop, longestWait = LONGEST_WAIT, hold, isUrgent }: WaitOptions = {},
): Promise<Outcome> {
	const { channel } = connection;
	let ownBooleans: Channel['multipartBooleans'] | undefined;
	let refusedSince: number | undefined;
	let order: number | undefined = isUrgent ? -1 : undefined;
	let sentAt = now();
	let retries = 0;
	let isRepeated = false;
	let hasRenewed = false;
	for (;;) {
		const currentStop = isRepeated ? cancelled : stop;
		const turn = await beginTurn(connection, { stop: currentStop, longestWait, order }, hold);
		order = turn.order;
		const booleans = ownBooleans ?? channel.multipartBooleans;
		let token: string | undefined;
		const ending = await takeTurn(turn, async () => {
			token = await usableToken(connection);
			sentAt = now();
			return await exchange(connection, await toOptions(connection, request, booleans));
		});
		if (token !== undefined && !hasRenewed && refusesToken(connection, ending)) {
			hasRenewed = true;
			await renew(connection, token);
			continue;
		}
		if (booleans === 'words' && refusesBooleanWords(request, ending)) {
			ownBooleans = 'digits';
			continue;
		}
		const decision = decide(request, ending, retries);
		const result = resultOf(ending, request);
		if (decision === 'accept') {
			if (ownBooleans && result) channel.multipartBooleans = ownBooleans;
			return { ending, result, sentAt, isAmbiguous: false, isRepeated };
		}
		if (decision === 'ambiguous') return { ending, sentAt, isAmbiguous: true, isRepeated };
		if (decision === 'retry') {
			isRepeated ||= ending.kind !== 'notSent';
			await pause(pauseBefore(retries++, Math.random()), isRepeated ? cancelled : stop);
		}
		if (decision === 'waitForLimit') {
			refusedSince ??= now();
			const waited = now() - refusedSince;
			if (waited > longestWait) throw new Failure(...describeLimit(waited, connection), 429);
		}
	}
}

async function beginTurn(
	connection: Connection,
	options: TurnOptions,
	hold: Hold | undefined,
): Promise<Turn> {
	for (;;) {
		await hold?.pass(options.stop);
		const turn = await connection.channel.limiter.begin(options).catch((cause: unknown) => {
			throw cause instanceof LimitUsedUp
				? new Failure(...describeLimit(cause.milliseconds, connection), 429)
				: cause;
		});
		if (!hold?.isClosed) return turn;
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

/** The API's framework names the field in such a refusal, and carries nothing out. */
function refusesBooleanWords({ body }: ApiRequest, ending: Ending): boolean {
	if (body === undefined || !isMultipart(body)) return false;
	if (ending.kind !== 'answered' || statusOf(ending) !== 422) return false;
	const sentence = sentenceOf(ending.response)?.toLowerCase().replace(/[\s_]/g, '') ?? '';
	// Fields in lists are named in several ways: `signers[0][shouldIdentify]`, `signers.0.shouldIdentify`.
	return booleanFieldsOf(body).some((name) =>
		sentence.includes((/(\w+)\]?$/.exec(name)?.[1] ?? name).toLowerCase()),
	);
}
