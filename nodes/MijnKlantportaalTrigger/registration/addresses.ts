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

/** Names that mean something inside of a network only. */
const INNER_NAMES = /^(localhost|[^.]+|.+\.(localhost|local|internal|lan|home\.arpa))$/;

/** IPv4 addresses of the machine itself and of local networks (RFC 1122, RFC 1918, RFC 3927). */
const INNER_IPV4 = /^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168)\./;

/** IPv6 addresses of the machine itself and of local networks (RFC 4291, RFC 4193). */
const INNER_IPV6 = /^\[(::1?|::ffff:.*|f[cd].*|fe[89ab].*)\]$/;

/** Whether the address leads nowhere from outside of the machine or its network. */
export function isInnerAddress(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const host = new URL(address).hostname.toLowerCase().replace(/\.$/, '');
	if (host.startsWith('[')) return INNER_IPV6.test(host);
	return /^[\d.]+$/.test(host) ? INNER_IPV4.test(host) : INNER_NAMES.test(host);
}
