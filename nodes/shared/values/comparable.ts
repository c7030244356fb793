import { readAddress } from './webAddress';

/** Fields that hold an address of the web, by their names in the API. */
const ADDRESSES: readonly string[] = ['url'];

/** No key is longer. To compose letters takes long where many marks belong to one (Unicode, UAX 15). */
const LONGEST_COMPOSED = 1000;

/**
 * A value as people write it in several ways: other spaces, other case, letters composed of several
 * characters. In an address only scheme and host are without case.
 * @param name Name of the field in the API.
 */
export function comparable(value: unknown, name: string): string {
	const text = String(value ?? '').trim();
	if (ADDRESSES.includes(name)) return readAddress(text)?.href ?? text;
	const composed = text.length > LONGEST_COMPOSED ? text : text.normalize('NFC');
	return composed.replace(/\s+/g, ' ').toLocaleLowerCase('nl');
}
