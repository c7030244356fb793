import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** How the API's identifiers of one kind of object look. */
export interface IdentifierKind {
	/** What the identifier stands for, in lower case: "invoice". */
	noun: string;
	/** What the API puts in front (docs/api-facts.md, Formats); several where one parameter takes several kinds. */
	prefixes: readonly string[];
	/** What may stand in its place, in words: "e-mail address". */
	orElse?: string;
}

/**
 * An identifier the API can know, without white space around it.
 * @throws WrongValue when it is empty or of another kind.
 */
export function toIdentifier(value: unknown, kind: IdentifierKind): string {
	const identifier = typeof value === 'string' ? visibleText(value) : undefined;
	if (isIdentifier(identifier, kind)) return identifier;
	const { noun, prefixes } = kind;
	const expected = identifier === undefined ? '' : `, where ${prefixes.join(' or ')}… was expected`;
	throw new WrongValue(
		`is not the ID of ${article(noun)} ${noun}: ${quote(value)}${expected}`,
		howToGive(kind),
	);
}

/** The sentence that tells what to use. */
export function howToGive({ noun, prefixes, orElse }: IdentifierKind): string {
	const also = orElse === undefined ? '' : `, or its ${orElse}`;
	return `Use the ID of ${article(noun)} ${noun}, such as ${prefixes[0]}abc12345def678${also}.`;
}

/** Whether the value is the identifier of an object of that kind. */
export function isIdentifier(
	value: unknown,
	{ prefixes }: Pick<IdentifierKind, 'prefixes'>,
): value is string {
	return (
		typeof value === 'string' &&
		prefixes.some(
			(prefix) => value.startsWith(prefix) && /^[\w-]+$/.test(value.slice(prefix.length)),
		)
	);
}

/** "a" or "an", going by the first letter, which is enough for the nouns of this API. */
export function article(noun: string): 'a' | 'an' {
	return /^[aeio]/i.test(noun) ? 'an' : 'a';
}
