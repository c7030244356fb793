import { howToGive, type IdentifierKind, toIdentifier } from './identifier';
import { toList } from './list';
import { WrongValue } from './wrongValue';

/**
 * Identifiers of one kind, each once.
 * @param value Array, or text with commas in between.
 * @param read Reads each of them; what it makes may stand for an identifier.
 * @throws WrongValue when there are none, or one is of another kind.
 */
export function toIdentifierList<Read = string>(
	value: unknown,
	kind: IdentifierKind,
	read: (part: unknown) => string | Read = (part) => toIdentifier(part, kind),
): Array<string | Read> {
	const identifiers = toList(value).map((part) => read(part));
	if (identifiers.length > 0) return [...new Set(identifiers)];
	throw new WrongValue('names nothing', howToGive(kind));
}
