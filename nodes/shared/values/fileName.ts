import { readAddress } from './webAddress';

/** No header of a file name is longer, and no longer one is read. */
const LONGEST_HEADER = 2000;

/** What file systems take, in characters. */
const LONGEST_NAME = 200;

/**
 * The name of a file by the header `content-disposition` (RFC 6266), else by its address; without any
 * folder in it. Reads what servers send beside what they should: names with spaces and without quotes, raw
 * UTF-8, encoded words of e-mail (RFC 2047).
 * @param disposition The header as the HTTP client gives it, each byte a character.
 * @returns Undefined where neither tells a name.
 */
export function fileNameFrom(
	disposition: string | undefined,
	address?: string,
): string | undefined {
	const parameters = parametersOf((disposition ?? '').slice(0, LONGEST_HEADER));
	const extended = parameters.get('filename*');
	const plain = parameters.get('filename');
	return (
		withoutFolder(extended === undefined ? undefined : decodeExtended(extended)) ??
		withoutFolder(plain === undefined ? undefined : decodePlain(plain)) ??
		withoutFolder(nameIn(address))
	);
}

/** The parameters behind the first semicolon, by name in lower case; of two with one name the first. */
function parametersOf(header: string): Map<string, string> {
	const parameters = new Map<string, string>();
	let rest = header.slice(header.indexOf(';') + 1 || header.length);
	while (rest !== '') {
		const equals = rest.indexOf('=');
		if (equals < 0) break;
		const name = rest.slice(rest.lastIndexOf(';', equals) + 1, equals).trim();
		const { value, behind } = readValue(rest.slice(equals + 1).trimStart());
		if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
		rest = behind;
	}
	return parameters;
}

/** A quoted text, or all up to the next semicolon. */
function readValue(text: string): { value: string; behind: string } {
	if (text.startsWith('"')) {
		let value = '';
		for (let index = 1; index < text.length; index++) {
			const character = text.charAt(index);
			if (character === '"') {
				const next = text.indexOf(';', index);
				return { value, behind: next < 0 ? '' : text.slice(next + 1) };
			}
			value += character === '\\' ? text.charAt(++index) : character;
		}
	}
	const end = text.indexOf(';');
	if (end < 0) return { value: text, behind: '' };
	return { value: text.slice(0, end), behind: text.slice(end + 1) };
}

/** `UTF-8'nl'Factuur%20caf%C3%A9.pdf` (RFC 8187) */
function decodeExtended(text: string): string | undefined {
	const [charset = '', , ...encoded] = text.split("'");
	return decodeBytes(unescapePercents(encoded.join("'")), charset);
}

function decodePlain(text: string): string {
	if (text.includes('=?')) {
		// White space between encoded words is none of the name (RFC 2047, 6.2).
		return text.replace(/\?=\s{1,10}=\?/g, '?==?').replace(ENCODED_WORD, decodeWord);
	}
	// The HTTP client takes bytes for characters; what is UTF-8 when read as bytes was meant so.
	const isBytes = /[\u0080-\u00ff]/.test(text) && !/[^\u0000-\u00ff]/.test(text);
	return (isBytes ? decodeBytes(Buffer.from(text, 'latin1'), 'utf-8') : undefined) ?? text;
}

/** `=?UTF-8?B?RmFjdHV1cg==?=` */
const ENCODED_WORD = /=\?([\w-]{1,40})\?([bq])\?([^?]{0,1000})\?=/gi;

function decodeWord(whole: string, charset: string, encoding: string, text: string): string {
	const bytes =
		encoding.toLowerCase() === 'b'
			? Buffer.from(text, 'base64')
			: unescapePercents(text.replace(/%/g, '=25').replace(/_/g, ' ').replace(/=/g, '%'));
	return decodeBytes(bytes, charset) ?? whole;
}

/** @returns Undefined where a percent sign stands before something else than two hexadecimal digits. */
function unescapePercents(text: string): Buffer | undefined {
	if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
	const characters = text.replace(/%([0-9a-f]{2})/gi, (_whole, digits: string) =>
		String.fromCharCode(parseInt(digits, 16)),
	);
	return Buffer.from(characters, 'latin1');
}

function decodeBytes(bytes: Buffer | undefined, charset: string): string | undefined {
	try {
		return bytes && new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** The last part of the path, where it looks like the name of a file. */
function nameIn(address: string | undefined): string | undefined {
	const path = readAddress(address ?? '')?.pathname ?? '';
	const last = path.split('/').pop() ?? '';
	const name = decodeBytes(unescapePercents(last), 'utf-8') ?? last;
	return /.\.[a-z0-9]{1,8}$/i.test(name) ? name : undefined;
}

function withoutFolder(name: string | undefined): string | undefined {
	const last = (name ?? '').split(/[\\/]/).pop() ?? '';
	const visible = last.replace(/\p{Cc}/gu, '').trim();
	if (visible === '' || visible === '.' || visible === '..') return undefined;
	return visible.slice(-LONGEST_NAME);
}
