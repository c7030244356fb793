import type { Field } from '../../nodes/MijnKlantportaal/execution/field';
import type { PortalObject } from '../../nodes/shared/objects/portalObject';
import { resources } from '../../nodes/MijnKlantportaal/resources';
import { outputSchemaOf } from '../../tools/schemas/outputSchema';

/** Names of the fields of a request, as the API knows them. */
export function namesIn(fields: readonly Field[]): string[] {
	return fields.flatMap(({ property, mapping, fields: nested = [] }) => [
		...(mapping === undefined ? [] : [mapping.apiName ?? property.name]),
		...namesIn(nested),
	]);
}

/** Names of the fields that the list of these objects shows; none where the API has no such list. */
export function shownInListOf({ path }: PortalObject): string[] {
	const list = resources
		.flatMap(({ operations }) => operations)
		.find(({ output, url }) => output === 'list' && url === path);
	if (list === undefined) return [];
	return Object.keys(outputSchemaOf({ ...list, simplified: undefined }).properties);
}
