import type { IdentifierKind } from '../../shared/values/identifier';
import { toIdentifierList } from '../../shared/values/identifierList';
import { type Field, type FieldTexts } from '../execution/field';
import { text } from './text';

/**
 * The IDs of several objects, in one text parameter: what comes from other steps is an array whose
 * length nobody knows beforehand, which rows of pickers cannot take.
 */
export function identifierList(texts: FieldTexts & IdentifierKind): Field {
	const [prefix = ''] = texts.prefixes;
	return text({
		placeholder: `e.g. ${prefix}abc12345def678, ${prefix}def678abc12345`,
		...texts,
		read: (value) => toIdentifierList(value, texts),
	});
}
