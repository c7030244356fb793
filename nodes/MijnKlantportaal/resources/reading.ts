import type { PortalObject } from '../../shared/objects/portalObject';
import { pathOfOne } from '../../shared/objects/portalObject';
import type { Field } from '../execution/field';
import type { Filter } from '../execution/filter';
import type { ReadOperation } from '../execution/operation';
import { filters } from '../fields/collections';
import type { SimplifiedField } from '../execution/simplified';
import { paging, simplify } from '../fields/listFields';
import { checkPeriods } from '../fields/listFilters';
import { idInPath } from '../fields/locators';

/** What is special about reading objects of one kind. */
interface ReadingOptions {
	description: string;
	/** What Simplify keeps; none where answers are short and flat. */
	simplified?: readonly SimplifiedField[];
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
 * @param options.fields What the API narrows the list down by, in place of Return All and Limit.
 * @param options.narrowedBy What the node narrows it down by.
 */
export function getMany(
	object: PortalObject,
	{
		description,
		simplified,
		fields = paging,
		narrowedBy,
	}: ReadingOptions & { fields?: readonly Field[]; narrowedBy?: readonly Filter[] },
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
		fields: [
			...fieldsOf(parent),
			...fields,
			...(narrowedBy === undefined ? [] : [filters(...narrowedBy.map(({ field }) => field))]),
			...simplifying(simplified),
		],
		...(narrowedBy === undefined ? {} : { filters: narrowedBy, check: checkPeriods }),
	};
}

function fieldsOf(parent: PortalObject | undefined): Field[] {
	return parent === undefined ? [] : [idInPath(parent)];
}

function simplifying(simplified: readonly SimplifiedField[] | undefined): Field[] {
	return simplified === undefined ? [] : [simplify];
}
