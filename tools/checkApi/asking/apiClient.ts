import axios from 'axios';
import { setTimeout as pause } from 'node:timers/promises';
import { Interruption } from '../problem';
import { type Exchange, NoAnswer } from './exchange';
import type { Pace } from './pace';

/** A request to the API. */
export interface ApiRequest {
	/** In the contract; none for what is not in it. */
	operationId?: string;
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** Path behind the base URL. */
	path: string;
	/** Sent as JSON, or as multipart/form-data. */
	body?: Record<string, unknown> | FormData;
	/** In place of the person's key. */
	key?: string;
}

/** What the client needs to know. */
export interface ClientSettings {
	baseUrl: string;
	key: string;
	pace: Pace;
	/** Without it, everything but reading is refused here. */
	mayWrite: boolean;
	signal: AbortSignal;
	onExchange: (exchange: Exchange) => void;
	onWait: (milliseconds: number) => void;
}

const LONGEST_WAIT = 30_000;
const MOST_TRIES = 3;
const MOST_REFUSALS = 5;

/** The only way of the check to the API: within the limit, with the key, and never to another host. */
export class ApiClient {
	/** Everything that was answered, in order. */
	readonly exchanges: Exchange[] = [];

	constructor(private readonly settings: ClientSettings) {}

	/**
	 * Sends a request. Reading is tried again when no answer comes; whatever the limit refuses is sent again
	 * when it allows.
	 * @throws NoAnswer, Interruption
	 */
	async send(request: ApiRequest): Promise<Exchange> {
		const { mayWrite, pace, signal, onWait } = this.settings;
		if (request.method !== 'GET' && !mayWrite) {
			throw new Error(`${request.method} ${request.operationId ?? ''} would not only read`);
		}
		let refusals = 0;
		for (let tries = 1; ;) {
			await orInterruption(pace.turn(signal, onWait), signal);
			try {
				const exchange = await this.exchange(request);
				if (exchange.status === 429 && ++refusals < MOST_REFUSALS) continue;
				return exchange;
			} catch (cause) {
				if (signal.aborted) throw new Interruption();
				if (!(cause instanceof NoAnswer)) throw cause;
				if (request.method !== 'GET' || tries++ >= MOST_TRIES) throw cause;
				await orInterruption(pause(500 * tries, undefined, { signal }), signal);
			}
		}
	}

	private async exchange(request: ApiRequest): Promise<Exchange> {
		const { baseUrl, key, pace, signal, onExchange } = this.settings;
		const sentAt = Date.now();
		const answer = await ask({
			method: request.method,
			url: `${baseUrl}${request.path}`,
			data: request.body,
			headers: { Authorization: `Bearer ${request.key ?? key}` },
			signal,
		});
		const { operationId, method, path } = request;
		const exchange: Exchange = {
			...answer,
			operationId,
			method,
			path,
			sentAt,
			answeredAt: Date.now(),
			hasKey: request.key === undefined,
		};
		this.exchanges.push(exchange);
		if (exchange.hasKey) pace.learn(exchange);
		onExchange(exchange);
		return exchange;
	}
}

/** What is sent somewhere. */
export interface RawRequest {
	method: string;
	url: string;
	data?: unknown;
	headers?: Record<string, string>;
	signal: AbortSignal;
}

/**
 * Sends something and reads the answer, whatever it is. Redirects are not followed: they would take the
 * token along.
 * @throws NoAnswer
 */
export async function ask(
	request: RawRequest,
): Promise<Pick<Exchange, 'status' | 'headers' | 'body' | 'isWebPage'> & { bytes: Buffer }> {
	try {
		const { status, headers, data } = await axios.request<Buffer>({
			...request,
			headers: { Accept: 'application/json', 'User-Agent': 'n8n-check', ...request.headers },
			responseType: 'arraybuffer',
			maxRedirects: 0,
			// Nothing stands between this machine and itself.
			...(isHere(request.url) ? { proxy: false as const } : {}),
			timeout: LONGEST_WAIT,
			validateStatus: () => true,
		});
		const bytes = Buffer.from(data);
		const text = bytes.toString('utf8');
		return {
			status,
			headers: Object.fromEntries(
				Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
			),
			body: parseJson(text),
			isWebPage: /<(!doctype|html)/i.test(text.slice(0, 1000)),
			bytes,
		};
	} catch (cause) {
		const code = axios.isAxiosError(cause) ? cause.code : undefined;
		throw new NoAnswer(code ?? 'unknown');
	}
}

function isHere(url: string): boolean {
	return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

async function orInterruption(waiting: Promise<void>, signal: AbortSignal): Promise<void> {
	await waiting.catch((cause: unknown) => {
		throw signal.aborted ? new Interruption() : cause;
	});
}
