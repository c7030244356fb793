import type { IWebhookFunctions } from 'n8n-workflow';

type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** What n8n adds to a request (n8n 1 and 2: `middlewares/body-parser`). */
interface RawBody {
	rawBody?: Buffer;
	/** Reads and unpacks the body, up to N8N_PAYLOAD_SIZE_MAX (16 MB), into `rawBody`. */
	readRawBody?: () => Promise<void>;
}

/** A value inside a payload that has no parts of its own. */
export interface Leaf {
	/** Name of the field that holds it; none for a payload that is a single value. */
	field?: string;
	value: unknown;
}

/** Enough for every object of the API, and few enough to look through in a moment. */
const MOST_VALUES = 10_000;

/**
 * The body of a call, byte for byte, as signatures need it.
 * @returns Undefined when it is larger than n8n takes, or broke off.
 */
export async function readBody(request: WebhookRequest): Promise<Buffer | undefined> {
	const raw = request as WebhookRequest & RawBody;
	try {
		if (raw.rawBody === undefined) await raw.readRawBody?.();
	} catch {
		// Whoever calls decides what comes here: it must neither start nor break anything.
		return undefined;
	}
	return raw.rawBody ?? Buffer.alloc(0);
}

/**
 * The payload of a call as n8n passes it on: what the JSON says, otherwise the text, and null for nothing.
 * Its form is not documented (docs/api-facts.md, Webhooks), so nothing is taken for granted.
 */
export function toPayload(body: Buffer): unknown {
	// Some senders put a byte order mark in front.
	const text = body.toString('utf8').replace(/^\uFEFF/, '');
	if (text.trim() === '') return null;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** The values of a payload, those of the outer fields first; of a text, its words. */
export function leavesOf(payload: unknown): Leaf[] {
	if (typeof payload === 'string') {
		const words = payload.split(/[^\w-]+/, MOST_VALUES);
		return words.filter(Boolean).map((value) => ({ value }));
	}
	const queue: Leaf[] = [{ value: payload }];
	const leaves: Leaf[] = [];
	for (let index = 0; index < Math.min(queue.length, MOST_VALUES); index++) {
		const { field, value } = queue[index] as Leaf;
		if (typeof value !== 'object' || value === null) {
			leaves.push({ field, value });
			continue;
		}
		for (const [name, part] of Object.entries(value).slice(0, MOST_VALUES)) {
			queue.push({ field: Array.isArray(value) ? field : name, value: part });
		}
	}
	return leaves;
}
