import type { IWebhookFunctions } from 'n8n-workflow';

type WebhookRequest = ReturnType<IWebhookFunctions['getRequestObject']>;

/** What n8n adds to a request (n8n 1 and 2: `middlewares/body-parser`). */
interface RawBody {
	rawBody?: Buffer;
	/** Reads and unpacks the body, up to N8N_PAYLOAD_SIZE_MAX (16 MB), into `rawBody`. */
	readRawBody?: () => Promise<void>;
}

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
