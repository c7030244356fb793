import { readJson } from './json';
import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/**
 * The parts of a list: an array as an expression gives it, JSON text of one, or text with commas,
 * semicolons or line breaks between the parts. Empty parts are left out.
 * @throws WrongValue for text that begins as JSON and is none.
 */
export function toList(value: unknown): unknown[] {
	const parts = typeof value === 'string' ? partsOf(visibleText(value)) : value;
	const list: unknown[] = Array.isArray(parts) ? parts : [parts];
	return list
		.map((part: unknown) => (typeof part === 'string' ? visibleText(part) : part))
		.filter((part) => part !== '');
}

function partsOf(text: string): unknown {
	if (!text.startsWith('[')) return text.split(/[,;\n\r]/);
	const list = readJson(text);
	if (list !== undefined) return list;
	throw new WrongValue(
		`is not a list as JSON: ${quote(text)}`,
		'Write it as ["first", "second"], or with commas: first, second.',
	);
}
