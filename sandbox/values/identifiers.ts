import { randomInt } from 'node:crypto';

const lowerCase = 'abcdefghijklmnopqrstuvwxyz0123456789';
const mixedCase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomText(alphabet: string, length: number): string {
	return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** An identifier with the documented prefix, such as `inv_4k2…`. */
export function newIdentifier(prefix: string): string {
	return `${prefix}_${randomText(lowerCase, 16)}`;
}

/** A random text for secrets, tokens and addresses. */
export function newSecret(length: number): string {
	return randomText(mixedCase, length);
}
