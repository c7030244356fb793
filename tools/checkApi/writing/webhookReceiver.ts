import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isRecord } from '../asking/exchange';
import { safeName, typeOf } from '../observing/forms';
import { Problem } from '../problem';
import type { WebhookCall } from './evidence';

interface Arrived {
	method: string;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

/** Waits on a port of this machine for the call of a webhook. */
export class WebhookReceiver {
	private readonly arrived: Arrived[] = [];
	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', headers } = request;
			this.arrived.push({ method, headers, body: Buffer.concat(chunks) });
			response.end();
		});
	});

	/** @throws Problem when the port is taken. */
	async open(port: number): Promise<number> {
		try {
			this.server.listen(port);
			await once(this.server, 'listening');
		} catch {
			throw new Problem(
				`Port ${port} of this machine is taken: give another one with --webhook-port, and let the address for webhooks lead there.`,
			);
		}
		return (this.server.address() as AddressInfo).port;
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	/**
	 * The first call that came, without its values.
	 * @param secret Of the webhook record.
	 * @param identifier Of the object that it is about.
	 */
	async firstCall(
		{ secret, identifier }: { secret: string; identifier: string },
		patience: number,
		signal: AbortSignal,
	): Promise<WebhookCall | undefined> {
		const end = Date.now() + patience;
		while (this.arrived.length === 0 && Date.now() < end && !signal.aborted) {
			await pause(50, undefined, { signal }).catch(() => undefined);
		}
		const [call] = this.arrived;
		return call && describeCall(call, secret, identifier);
	}
}

/** A call without its values. */
function describeCall(
	{ method, headers, body }: Arrived,
	secret: string,
	identifier: string,
): WebhookCall {
	const payload = parse(body);
	const leaves = leavesOf(payload, '');
	return {
		method,
		contentType: (headers['content-type'] ?? 'none').split(';')[0] ?? '',
		signature: signatureOf(headers['x-webhook-signature'], body, secret),
		isJson: payload !== undefined,
		namesObject: leaves.some(({ value }) => value === identifier),
		fields: [...new Set(leaves.map(({ place, value }) => `${place} (${typeOf(value)})`))],
		headers: Object.keys(headers)
			.filter((name) => name.startsWith('x-'))
			.map(safeName),
	};
}

function signatureOf(
	header: string | string[] | undefined,
	body: Buffer,
	secret: string,
): WebhookCall['signature'] {
	if (header === undefined) return 'missing';
	if (header === secret) return 'the secret';
	const signed = createHmac('sha256', secret).update(body).digest();
	const proofs = [signed.toString('hex'), signed.toString('base64')];
	return proofs.includes(String(header).replace(/^sha256=/, ''))
		? 'an HMAC-SHA256 of the body'
		: 'something else';
}

function parse(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

function leavesOf(value: unknown, place: string): Array<{ place: string; value: unknown }> {
	if (Array.isArray(value)) return value.flatMap((part) => leavesOf(part, `${place}[]`));
	if (!isRecord(value)) return [{ place: place || 'the payload itself', value }];
	return Object.entries(value).flatMap(([name, part]) =>
		leavesOf(part, place === '' ? safeName(name) : `${place}.${safeName(name)}`),
	);
}
