import { listSearchNameOf } from '../../shared/objects/listSearch';
import type { PortalObject } from '../../shared/objects/portalObject';
import { portalObjects } from '../../shared/objects/portalObjects';
import { article } from '../../shared/values/identifier';
import { toIdentifierList } from '../../shared/values/identifierList';
import type { Field } from '../execution/field';
import { mixedKind, toMixedReference, toReference } from '../execution/reference';
import { buildField, type FieldOptions } from './buildField';
import { text } from './textFields';

/** What is needed to let a person name an object. */
interface LocatorOptions
	extends
		Partial<Pick<FieldOptions, 'name' | 'displayName'>>,
		Pick<FieldOptions, 'description' | 'required' | 'place'> {
	object: PortalObject;
}

/** An object: picked from a list where the API has one, given by its ID, or by what people know it by. */
export function locator({ object, ...options }: LocatorOptions): Field {
	const { noun, prefixes, name, idName, keys = [] } = object;
	const searchListMethod = listSearchNameOf(object);
	return buildField(
		{ name: idName, displayName: name, ...options },
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
					placeholder: `e.g. ${exampleOf(object)}`,
					validation: [
						{
							type: 'regex',
							properties: {
								regex: `\\s*(${prefixes.join('|')})[\\w-]+\\s*`,
								errorMessage: `The ID of ${article(noun)} ${noun} looks like ${exampleOf(object)}`,
							},
						},
					],
				},
				...keys.map(({ mode, displayName, placeholder }) => ({
					displayName,
					name: mode,
					type: 'string' as const,
					placeholder,
				})),
			],
		},
		(value, _context, mode) => toReference(value, object, mode),
	);
}

function exampleOf({ prefixes }: PortalObject): string {
	return `${prefixes[0]}abc12345def678`;
}

/** How a person can name such an object: "Pick one, or give its number, or its ID such as inv_…." */
export function howToName(object: PortalObject): string {
	const identifier = `its ID such as ${exampleOf(object)}`;
	const keys = object.keys?.map(({ noun }) => noun) ?? [];
	if (object.title === undefined) return `Give ${identifier}.`;
	if (keys.length === 0) return `Pick one, or give ${identifier}.`;
	return `Pick one, or give its ${keys.join(', ')}, or ${identifier}.`;
}

const fieldsInPath = new Map<PortalObject, Field>();

/** The object in the path that an operation works on; always the same field for an object. */
export function idInPath(object: PortalObject): Field {
	const field =
		fieldsInPath.get(object) ??
		locator({
			object,
			description: `The ${object.noun} to work on. ${howToName(object)}`,
			required: true,
			place: 'path',
		});
	fieldsInPath.set(object, field);
	return field;
}

/** The customer that something is made for. */
export const customerId = locator({
	object: portalObjects.customer,
	description: `The customer. ${howToName(portalObjects.customer)}`,
	required: true,
});

/** The customer to work on: the same parameter, in the path. */
export const customerIdInPath: Field = {
	property: customerId.property,
	mapping: customerId.mapping && { ...customerId.mapping, place: 'path' },
};

/**
 * The customer that something can be for.
 * @param meaning What it means to give one, and to give none.
 */
export function optionalCustomerId(meaning: string): Field {
	const { customer } = portalObjects;
	return locator({ object: customer, description: `${meaning} ${howToName(customer)}` });
}

/** A document of the agreement that is given beside it. */
export const documentId = locator({
	object: portalObjects.agreementDocument,
	description:
		'The document of the agreement. Pick one, or give its ID, such as agd_abc12345def678; Agreement > Get lists them.',
	required: true,
	place: 'path',
});

/** A message of the ticket that is given beside it. */
export const messageId = locator({
	object: portalObjects.ticketMessage,
	description:
		'The message of the ticket, at most 5 minutes old. Pick one, or give its ID, such as tim_abc12345def678; Ticket > Reply outputs it.',
	required: true,
	place: 'path',
});

/**
 * The IDs of several objects, in one text parameter: what comes from other steps is an array whose
 * length nobody knows beforehand, which rows of pickers cannot take.
 */
export function idList({ object, ...options }: FieldOptions & { object: PortalObject }): Field {
	const [prefix = ''] = object.prefixes;
	return text({
		placeholder: `e.g. ${object.keys?.[0]?.placeholder.replace('e.g. ', '') ?? `${prefix}def678abc12345`}, ${prefix}abc12345def678`,
		...options,
		read: (value) =>
			toIdentifierList(value, mixedKind(object), (part) => toMixedReference(part, object)),
	});
}
