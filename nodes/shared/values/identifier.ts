import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** How the API's identifiers of one kind of object look. */
export interface IdentifierKind {
	/** What the identifier stands for, in lower case: "invoice". */
	noun: string;
	/** What the API puts in front (docs/api-facts.md, Formats); several where one parameter takes several kinds. */
	prefixes: readonly string[];
}

/**
 * An identifier the API can know, without white space around it.
 * @throws WrongValue when it is empty or of another kind.
 */
export function toIdentifier(value: unknown, kind: IdentifierKind): string {
	const [prefix = ''] = kind.prefixes;
	const remedy = `Use the ID of ${article(kind.noun)} ${kind.noun}, such as ${prefix}abc12345def678.`;
	if (typeof value !== 'string') {
		throw new WrongValue(
			`is not the ID of ${article(kind.noun)} ${kind.noun}: ${quote(value)}`,
			remedy,
		);
	}
	const identifier = visibleText(value);
	if (!isIdentifier(identifier, kind)) {
		throw new WrongValue(
			`is not the ID of ${article(kind.noun)} ${kind.noun}: ${quote(value)}, where ${kind.prefixes.join(' or ')}… was expected`,
			remedy,
		);
	}
	return identifier;
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
