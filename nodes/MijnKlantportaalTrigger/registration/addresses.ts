/**
 * The address that the portal calls for an event. The payload is not documented, so the address has to
 * tell the event. It does so in the query: n8n finds a webhook by its path and keeps a fixed path word
 * for word, whereas a parameter in the path (`webhook/:event`) is found only by the number of its
 * segments and never for a path that n8n itself puts an identifier in front of (n8n 2.41,
 * `webhook.service`). One path is also one entry in n8n, where 23 paths would be 23.
 * @param base The address that n8n gave the node.
 */
export function addressOf(base: string, type: string): string {
	return `${base}?event=${type}`;
}
