import type { IDataObject } from 'n8n-workflow';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Recovery } from '../../shared/objects/recovery';
import type { Field } from './field';

/**
 * What an operation outputs.
 * - `object`: the answer, as one item.
 * - `list`: each object of all pages, up to Limit where there is one.
 * - `data`: each object of the field `data` of the answer.
 * - `file`: the file behind the temporary address in the answer.
 */
export type OutputKind = 'object' | 'list' | 'data' | 'file';

/** One operation of a resource: how it looks on the canvas and how it maps onto the API. */
export type Operation = ReadOperation | WriteOperation;

/** An operation that changes nothing, so that it may be carried out any number of times. */
export interface ReadOperation extends OperationFacts {
	method: 'GET';
}

/** An operation that changes something. */
export interface WriteOperation extends OperationFacts {
	method: 'POST' | 'PATCH' | 'DELETE';
	/** How to find out whether it was carried out when its answer got lost. */
	recovery: Recovery;
}

interface OperationFacts {
	/** Name on the canvas. */
	name: string;
	/** Name in the workflow. */
	value: string;
	/** Name in the list of actions: "Create invoice". */
	action: string;
	description: string;
	/** Path behind the base URL, identifiers in braces: `/customer-invoices/{invoiceId}`. */
	url: string;
	/**
	 * Scope that the token needs. Inferred from the table of scopes: no page names the scope of an
	 * operation. None where the table names none that fits (docs/api-facts.md, Scopes).
	 */
	scope?: string;
	output: OutputKind;
	fields: readonly Field[];
	/**
	 * Rules on several values together; called when each of them is right.
	 * @throws WrongValue with the name of the parameter
	 */
	check?: (body: IDataObject) => void;
	/** What it works on, where that is another kind of object than the resource's own. */
	object?: PortalObject;
	/** What it makes, where that is another kind of object than it works on. */
	makes?: PortalObject;
	/** Names of the fields that Simplify keeps; none where answers are short. */
	simplified?: readonly string[];
	/** What the downloaded file is called when its address does not tell. */
	fileName?: string;
}

/** A kind of object on the canvas, with what can be done to it. */
export interface Resource {
	/** Name in the workflow. */
	value: string;
	object: PortalObject;
	operations: readonly Operation[];
}
