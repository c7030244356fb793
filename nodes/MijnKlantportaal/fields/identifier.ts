import { article, type IdentifierKind, toIdentifier } from '../../shared/values/identifier';
import { type Field, fieldOf, type FieldTexts } from '../execution/field';

/** What is needed to let a person pick an object, or give its ID. */
export interface IdentifierTexts extends FieldTexts, IdentifierKind {
	/** Name of the list search method; without one only the ID can be given. */
	searchListMethod?: string;
}

/** The ID of an object: picked from a list, or given as such. */
export function identifier(texts: IdentifierTexts): Field {
	const { noun, prefixes, searchListMethod } = texts;
	const example = `${prefixes[0]}abc12345def678`;
	return fieldOf(
		texts,
		{
			type: 'resourceLocator',
			default: { mode: searchListMethod === undefined ? 'id' : 'list', value: '' },
			modes: [
				...(searchListMethod === undefined
					? []
					: [
							{
								displayName: 'From List',
								name: 'list',
								type: 'list' as const,
								placeholder: `Select ${article(noun)} ${noun}…`,
								typeOptions: { searchListMethod, searchable: true },
							},
						]),
				{
					displayName: 'By ID',
					name: 'id',
					type: 'string',
					placeholder: `e.g. ${example}`,
					validation: [
						{
							type: 'regex',
							properties: {
								regex: `\\s*(${prefixes.join('|')})[\\w-]+\\s*`,
								errorMessage: `The ID of ${article(noun)} ${noun} looks like ${example}`,
							},
						},
					],
				},
			],
		},
		(value) => toIdentifier(value, texts),
	);
}
