import type { PortalObject } from '../../shared/objects/portalObject';
import { pathOfOne } from '../../shared/objects/portalObject';
import type { Field } from '../execution/field';
import type { ReadOperation } from '../execution/operation';
import { paging, simplify } from '../fields/listFields';
import { idInPath } from '../fields/locators';

/** What is special about reading objects of one kind. */
interface ReadingOptions {
	description: string;
	/** Names of the fields that Simplify keeps; none where answers are short. */
	simplified?: readonly string[];
}

/**
 * The operation that reads one object.
 * @param options.id The parameter that names it, where another operation has it as well.
 */
export function getOne(
	object: PortalObject,
	{ description, simplified, id = idInPath(object) }: ReadingOptions & { id?: Field },
): ReadOperation {
	const { noun, parent, scope } = object;
	return {
		name: 'Get',
		value: 'get',
		action: `Get ${noun}`,
		description,
		method: 'GET',
		url: pathOfOne(object),
		scope,
		output: 'object',
		object,
		simplified,
		fields: [...fieldsOf(parent), id, ...simplifying(simplified)],
	};
}

/**
 * The operation that reads the list of the objects.
 * @param options.fields What narrows the list down, in place of Return All and Limit.
 */
export function getMany(
	object: PortalObject,
	{ description, simplified, fields = paging }: ReadingOptions & { fields?: readonly Field[] },
): ReadOperation {
	const { noun, parent, path = '', scope } = object;
	return {
		name: 'Get Many',
		value: 'getAll',
		action: `Get many ${noun}s`,
		description,
		method: 'GET',
		url: path,
		scope,
		output: 'list',
		object,
		simplified,
		fields: [...fieldsOf(parent), ...fields, ...simplifying(simplified)],
	};
}

function fieldsOf(parent: PortalObject | undefined): Field[] {
	return parent === undefined ? [] : [idInPath(parent)];
}

function simplifying(simplified: readonly string[] | undefined): Field[] {
	return simplified === undefined ? [] : [simplify];
}
