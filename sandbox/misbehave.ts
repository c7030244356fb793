import type { Response } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Exchange } from './exchange';
import type { Misbehaviour } from './misbehaviour';

/** Misbehaviour instead of carrying the request out. Answers true when the request is done with. */
export async function misbehaveBefore(exchange: Exchange, response: Response): Promise<boolean> {
	const misbehaviour = exchange.misbehaviour;
	switch (misbehaviour?.kind) {
		case 'dropRequest':
			response.socket?.destroy();
			return true;
		case 'hang':
			return true;
		case 'finishLate':
			response.socket?.destroy();
			await pause(misbehaviour.milliseconds, undefined, { ref: false });
			return false;
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
	if (misbehaviour?.kind === 'finishLate') return;
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
		case 'gzip':
			response.type('json').set('content-encoding', 'gzip');
			response.send(gzipSync(JSON.stringify(body)));
			return;
		case 'bulky':
			response
				.type('json')
				.send(JSON.stringify({ ...body, padding: 'x'.repeat(misbehaviour.bytes) }));
			return;
		case 'cutAnswer':
			return cutAnswer(response, JSON.stringify(body));
		case 'drip':
			return await drip(response, JSON.stringify(body), misbehaviour.milliseconds);
		case 'nextPage':
			response.json('next_page_url' in body ? { ...body, next_page_url: misbehaviour.url } : body);
			return;
		default:
			response.json(body);
	}
}

function cutAnswer(response: Response, text: string): void {
	response.type('json').set('content-length', String(Buffer.byteLength(text)));
	response.write(text.slice(0, Math.ceil(text.length / 2)), () => response.socket?.destroy());
}

const PIECES = 8;

async function drip(response: Response, text: string, milliseconds: number): Promise<void> {
	response.type('json').set('content-length', String(Buffer.byteLength(text)));
	const length = Math.ceil(text.length / PIECES);
	for (let start = 0; start < text.length; start += length) {
		response.write(text.slice(start, start + length));
		await pause(milliseconds, undefined, { ref: false });
	}
	response.end();
}
