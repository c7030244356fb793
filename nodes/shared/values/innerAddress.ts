import { readAddress } from './webAddress';

/**
 * What hosts inside of a network are called, for regular expressions: ends of names, beginnings of IPv4
 * addresses of the machine itself and of local networks (RFC 1122, RFC 1918, RFC 3927, RFC 6598), and such
 * IPv6 addresses (RFC 4291, RFC 4193).
 */
export const INNER_HOSTS = {
	endings: String.raw`localhost|local|internal|lan|home\.arpa`,
	ipv4: String.raw`0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])`,
	ipv6: String.raw`::1?|::ffff:[\w.:]*|f[cd][\w:]*|fe[89ab][\w:]*`,
} as const;

/** Names that mean something inside of a network only. */
const INNER_NAMES = new RegExp(`^([^.]+|.+\\.(${INNER_HOSTS.endings}))$`);

const INNER_IPV4 = new RegExp(`^(${INNER_HOSTS.ipv4})\\.`);

const INNER_IPV6 = new RegExp(`^\\[(${INNER_HOSTS.ipv6})\\]$`);

/** No name of a host is longer (RFC 1035). */
const LONGEST_HOST = 255;

/** Whether the address leads nowhere from outside of the machine or its network. */
export function isInnerAddress(address: string): boolean {
	const host = readAddress(address)?.hostname.toLowerCase().replace(/\.$/, '');
	if (host === undefined || host.length > LONGEST_HOST) return false;
	if (host.startsWith('[')) return INNER_IPV6.test(host);
	return /^[\d.]+$/.test(host) ? INNER_IPV4.test(host) : INNER_NAMES.test(host);
}
