import type { IDataObject } from 'n8n-workflow';
import type { Purpose } from '../transport/request';
import type { IdentifierKind } from '../values/identifier';

/** A field by which people know an object, so that they need not look up its ID. */
export interface KeyField {
	/** Name of the way to name it in the workflow: `email`. */
	mode: string;
	/** The same on the canvas: "By Email". */
	displayName: string;
	/** What the field holds, in words: "e-mail address". */
	noun: string;
	/** Name in the list of the objects. */
	field: string;
	placeholder: string;
	/**
	 * Turns what a person gave into what the list shows.
	 * @throws WrongValue
	 */
	read: (value: unknown) => string;
	/** Whether a value can be nothing but such a key, so that it is known without being told. */
	isUnmistakable?: (value: string) => boolean;
}

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
	/** Fields by which one can be named in place of its ID; none where people know no such thing. */
	keys?: readonly KeyField[];
	/** How one reads in a list to pick from; none where there is no such list. */
	title?: (object: IDataObject) => string;
	/** Whether each belongs to a customer, whose ID is all that it shows of it: pickers add `customerName`. */
	isOfCustomer?: true;
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
