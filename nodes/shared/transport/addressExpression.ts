/**
 * An address without spaces around it and slashes at its end, which are common when it was copied: what
 * `toBaseUrl` does, for n8n's expressions.
 * @param address Code of an expression that gives the address.
 * @returns Code of an expression, without its braces.
 */
export function cleanAddress(address: string): string {
	return String.raw`${address}.trim().replace(/(?<!\/)\/+$/, "")`;
}
