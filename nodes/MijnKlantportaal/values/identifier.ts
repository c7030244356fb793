import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** How the API's identifiers of one kind of object look. */
export interface IdentifierKind {
	/** What the identifier stands for, in lower case: "invoice". */
	noun: string;
	/** What the API puts in front (guide, Formats); several where one parameter takes several kinds. */
	prefixes: string[];
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
	const matching = kind.prefixes.find((candidate) => identifier.startsWith(candidate));
	if (matching === undefined || !/^[\w-]+$/.test(identifier.slice(matching.length))) {
		throw new WrongValue(
			`is not the ID of ${article(kind.noun)} ${kind.noun}: ${quote(value)}, where ${kind.prefixes.join(' or ')}… was expected`,
			remedy,
		);
	}
	return identifier;
}

/** "a" or "an" in front of a noun of this API: by its first letter, no sound differs from it. */
export function article(noun: string): 'a' | 'an' {
	return /^[aeio]/i.test(noun) ? 'an' : 'a';
}
