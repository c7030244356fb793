import { type IdentifierKind, toIdentifier } from './identifier';
import { toList } from './list';
import { WrongValue } from './wrongValue';

/**
 * Identifiers of one kind, each once.
 * @param value Array, or text with commas in between.
 * @throws WrongValue when there are none, or one is of another kind.
 */
export function toIdentifierList(value: unknown, kind: IdentifierKind): string[] {
	const identifiers = toList(value).map((part) => toIdentifier(part, kind));
	if (identifiers.length > 0) return [...new Set(identifiers)];
	throw new WrongValue(
		'names nothing',
		`Give the ID of at least one ${kind.noun}, such as ${kind.prefixes[0]}abc12345def678.`,
	);
}
