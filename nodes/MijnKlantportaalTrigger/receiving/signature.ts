import { createHash, createHmac, timingSafeEqual } from 'crypto';

/**
 * Whether a call proves to come from the portal: the header `X-Webhook-Signature` carries the secret of
 * the webhook record.
 *
 * The documentation says that the secret "will be added to" the header: the plain secret (docs/api-facts.md,
 * Webhooks). Should the API sign with it instead, which the documentation leaves possible,
 * the usual form proves the same: an HMAC-SHA256 of the raw body, in hex or base64, with or without
 * `sha256=` (inferred). Every comparison takes the same time whatever was given.
 * @param signature The header as it came; anything but one text is no proof.
 * @param body The body, byte for byte.
 */
export function isSigned(signature: unknown, body: Buffer, secret: string): boolean {
	if (typeof signature !== 'string' || secret === '') return false;
	const signed = createHmac('sha256', secret).update(body).digest();
	const proofs = [secret, signed.toString('hex'), signed.toString('base64')];
	proofs.push(...proofs.slice(1).map((proof) => `sha256=${proof}`));
	return proofs.map((proof) => isEqual(signature, proof)).includes(true);
}

/** Compares digests, which always have the same length: `timingSafeEqual` refuses different lengths. */
function isEqual(given: string, expected: string): boolean {
	return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
	// UTF-16 keeps every text apart from every other; UTF-8 maps broken characters onto one.
	return createHash('sha256').update(Buffer.from(text, 'utf16le')).digest();
}
