import { type IdentifierKind, toIdentifier } from './identifier';
import { toList } from './list';
import { WrongValue } from './wrongValue';

/**
 * Identifiers of one kind, each once.
 * @param value Array, or text with commas in between.
 * @param read Reads each of them; what it makes may stand for an identifier.
 * @throws WrongValue when there are none, or one is of another kind.
 */
export function toIdentifierList<Kind extends IdentifierKind, Read = string>(
	value: unknown,
	kind: Kind,
	read: (part: unknown, kind: Kind) => string | Read = toIdentifier,
): Array<string | Read> {
	const identifiers = toList(value).map((part) => read(part, kind));
	if (identifiers.length > 0) return [...new Set(identifiers)];
	throw new WrongValue(
		'names nothing',
		`Give the ID of at least one ${kind.noun}, such as ${kind.prefixes[0]}abc12345def678.`,
	);
}
