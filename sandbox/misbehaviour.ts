import type { Response } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from './exchange';

/** A way in which the portal can be told to misbehave. */
export type Misbehaviour =
	/** Carry the request out, then break the connection without an answer. */
	| { kind: 'loseAnswer' }
	/** Break the connection without carrying the request out. */
	| { kind: 'dropRequest' }
	/** Answer with that status; the request is carried out only when carryOut says so. */
	| {
			kind: 'status';
			status: number;
			body?: unknown;
			headers?: Record<string, string>;
			carryOut?: boolean;
	  }
	/** Carry the request out and answer late. */
	| { kind: 'slow'; milliseconds: number }
	/** Carry the request out and answer success with JSON that breaks off. */
	| { kind: 'brokenJson' }
	/** Carry the request out and answer with a web page. */
	| { kind: 'html'; status?: number }
	/** Carry the request out and answer success without a body. */
	| { kind: 'empty' }
	/** Send the caller somewhere else, without carrying the request out. */
	| { kind: 'redirect'; location: string; status?: number }
	/** Name this address as the next page of a list. */
	| { kind: 'nextPage'; url: string };

/** Which requests misbehaviour meets; without method and path it meets every request. */
export type MisbehaviourRule = {
	method?: string;
	path?: RegExp;
	/** How many requests it meets; default 1. */
	times?: number;
	/** How many matching requests it lets through first. */
	skip?: number;
} & Misbehaviour;

/** The rules that are in force, in the order in which they were given. */
export class MisbehaviourRules {
	private rules: { rule: MisbehaviourRule; left: number; toSkip: number }[] = [];

	add(rule: MisbehaviourRule): void {
		this.rules.push({ rule, left: rule.times ?? 1, toSkip: rule.skip ?? 0 });
	}

	clear(): void {
		this.rules = [];
	}

	/** The misbehaviour for this request, if any; the first rule that is due wins. */
	take(method: string, path: string): Misbehaviour | undefined {
		for (const entry of this.rules) {
			const { rule } = entry;
			if (entry.left <= 0) continue;
			if (rule.method && rule.method.toUpperCase() !== method) continue;
			// search instead of test: a pattern with the flag g remembers where it stopped.
			if (rule.path && path.search(rule.path) < 0) continue;
			if (entry.toSkip > 0) {
				entry.toSkip -= 1;
				continue;
			}
			entry.left -= 1;
			return rule;
		}
		return undefined;
	}
}

/** Misbehaviour instead of carrying the request out. Answers true when the request is done with. */
export function misbehaveBefore(exchange: Exchange, response: Response): boolean {
	const misbehaviour = exchange.misbehaviour;
	switch (misbehaviour?.kind) {
		case 'dropRequest':
			response.socket?.destroy();
			return true;
		case 'redirect':
			exchange.record.status = misbehaviour.status ?? 302;
			response.status(exchange.record.status).set('location', misbehaviour.location).end();
			return true;
		case 'status':
			if (misbehaviour.carryOut) return false;
			sendStatus(exchange, response, misbehaviour);
			return true;
		default:
			return false;
	}
}

function sendStatus(
	exchange: Exchange,
	response: Response,
	misbehaviour: Extract<Misbehaviour, { kind: 'status' }>,
): void {
	const { status, headers = {}, body = { message: 'Server Error' } } = misbehaviour;
	exchange.record.status = status;
	response.status(status).set(headers);
	if (typeof body === 'string') response.send(body);
	else response.type('json').send(JSON.stringify(body));
}

const page =
	'<!DOCTYPE html><html><head><title>Portal</title></head><body>Even geduld</body></html>';

/** Sends the answer to a request that was carried out, with the misbehaviour that is due. */
export async function sendAnswer(
	exchange: Exchange,
	response: Response,
	status: number,
	body: object,
): Promise<void> {
	const { record, misbehaviour } = exchange;
	if (misbehaviour?.kind === 'loseAnswer') {
		response.socket?.destroy();
		return;
	}
	if (misbehaviour?.kind === 'slow') {
		// Without ref, so that waiting answers do not keep a closed portal alive.
		await pause(misbehaviour.milliseconds, undefined, { ref: false });
		if (response.socket?.destroyed ?? true) return;
	}
	record.status = status;
	response.status(status);
	switch (misbehaviour?.kind) {
		case 'status':
			return sendStatus(exchange, response, misbehaviour);
		case 'brokenJson': {
			const text = JSON.stringify(body);
			response.type('json').send(text.slice(0, Math.ceil(text.length / 2)));
			return;
		}
		case 'html':
			record.status = misbehaviour.status ?? status;
			response.status(record.status).type('html').send(page);
			return;
		case 'empty':
			response.end();
			return;
		case 'nextPage':
			response.json('next_page_url' in body ? { ...body, next_page_url: misbehaviour.url } : body);
			return;
		default:
			response.json(body);
	}
}
