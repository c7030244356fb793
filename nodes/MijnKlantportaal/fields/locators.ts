import { listSearchNameOf } from '../../shared/objects/listSearch';
import type { PortalObject } from '../../shared/objects/portalObject';
import { portalObjects } from '../../shared/objects/portalObjects';
import { article, toIdentifier } from '../../shared/values/identifier';
import { toIdentifierList } from '../../shared/values/identifierList';
import type { Field } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';
import { text } from './textFields';

/** What is needed to let a person name an object. */
interface LocatorOptions
	extends
		Partial<Pick<FieldOptions, 'name' | 'displayName'>>,
		Pick<FieldOptions, 'description' | 'required' | 'place'> {
	object: PortalObject;
}

/** An object: picked from a list where the API has one, or given by its ID. */
export function locator({ object, ...options }: LocatorOptions): Field {
	const { noun, prefixes, name, idName } = object;
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
			],
		},
		(value) => toIdentifier(value, object),
	);
}

function exampleOf({ prefixes }: PortalObject): string {
	return `${prefixes[0]}abc12345def678`;
}

const fieldsInPath = new Map<PortalObject, Field>();

/** The object in the path that an operation works on; always the same field for an object. */
export function idInPath(object: PortalObject): Field {
	const how = object.title === undefined ? 'Its ID' : 'Pick one, or give its ID';
	const field =
		fieldsInPath.get(object) ??
		locator({
			object,
			description: `The ${object.noun} to work on. ${how}, such as ${exampleOf(object)}.`,
			required: true,
			place: 'path',
		});
	fieldsInPath.set(object, field);
	return field;
}

/** The customer that something is made for. */
export const customerId = locator({
	object: portalObjects.customer,
	description: 'The customer. Pick one, or give its ID, such as cst_abc12345def678.',
	required: true,
});

/** The customer to work on: the same parameter, in the path. */
export const customerIdInPath: Field = {
	property: customerId.property,
	mapping: customerId.mapping && { ...customerId.mapping, place: 'path' },
};

/**
 * The customer that something can be for.
 * @param description What it means to give one, and to give none.
 */
export function optionalCustomerId(description: string): Field {
	return locator({ object: portalObjects.customer, description });
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
		placeholder: `e.g. ${prefix}abc12345def678, ${prefix}def678abc12345`,
		...options,
		read: (value) => toIdentifierList(value, object),
	});
}
