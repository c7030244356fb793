import type { IDataObject } from 'n8n-workflow';
import type { Purpose } from '../transport/request';
import type { IdentifierKind } from '../values/identifier';

/** A kind of object of the portal, as far as the API tells of it (docs/api-facts.md). */
export interface PortalObject extends IdentifierKind {
	/** On the canvas: "Invoice". */
	name: string;
	/**
	 * Scope that reads it. Inferred from the table of scopes: no page names the scope of an operation. None
	 * where the table names none that fits.
	 */
	scope?: string;
	/** Path of the list of them, and of each of them in front of its ID. None for what has no address. */
	path?: string;
	/** Whether the API lists none of them, though each has an address. */
	isUnlisted?: true;
	/** Name of its ID in the API's paths, and of the parameter on the node that takes it. */
	idName: string;
	/** The field by which a person knows one. */
	knownBy?: string;
	/** How one reads in a list to pick from; none where there is no such list. */
	title?: (object: IDataObject) => string;
	/** What the list to pick from is asked for with. */
	query?: IDataObject;
	/** The object that they belong to, whose ID stands in their path. */
	parent?: PortalObject;
	/** The field of their parent that holds them, where they have no list of their own. */
	heldIn?: string;
}

/** The path of one object, its ID and that of its parent as names in braces. */
export function pathOfOne({ path, idName }: PortalObject): string {
	return `${path}/{${idName}}`;
}

/** The path of the object with that ID. */
export function pathTo({ path }: PortalObject, identifier: string): string {
	return `${path}/${encodeURIComponent(identifier)}`;
}

/** What reading it is for, in words. */
export function readingOf({ noun, scope }: PortalObject): Purpose {
	return { noun, scope };
}

/**
 * A title of what a person recognises an object by: `2026-001 · € 12.95 · 2026-12-31`. Empty parts are
 * left out; an object that has none of them is shown by its ID.
 * @param parts Names of fields, or what makes a text of the object.
 */
export function titleOf(
	...parts: Array<string | ((object: IDataObject) => unknown)>
): (object: IDataObject) => string {
	return (object) =>
		parts
			.map((part) => (typeof part === 'string' ? object[part] : part(object)))
			.filter((part) => part !== undefined && part !== null && part !== '')
			.map(String)
			.join(' · ') || String(object.id);
}
