import type { IDataObject } from 'n8n-workflow';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Recovery } from '../../shared/objects/recovery';
import type { Field } from './field';
import type { Filter } from './filter';
import type { SimplifiedField } from './simplified';

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
	/** How it is known that what it would create exists; none where two that are alike may be wanted. */
	existing?: ExistingRule;
	/** How it changes what exists, in place of creating another one. */
	upsert?: UpsertRule;
	/** Makes of what was given what the API takes, where that is not the same. */
	complete?: (body: IDataObject) => CompletedRequest;
	/** How several items become one request, where a person can choose that. */
	joining?: RowJoining;
	/** Names of the texts that `complete` adds to the output. */
	added?: readonly string[];
}

/** How an operation that creates or changes finds what exists, and changes it. */
export interface UpsertRule {
	/** The operation that changes it. */
	change: WriteOperation;
	/** The field of the request that says by what it is found. */
	choice: string;
	/** For each choice the fields of the list to look by, one after another until something is found. */
	keys: Readonly<Record<string, readonly string[]>>;
	/** Fields of the request that only serve to find it, and are not sent. */
	unsent: readonly string[];
}

/** Fields of the request by which an object is known again, by their names in the API and in its list. */
export interface ExistingRule {
	/** What tells it from others of its kind. */
	key: readonly string[];
	/** What has to be the same besides, as another value means that something else is meant. */
	agreeing: readonly string[];
}

/** How items that are rows become one request. */
export interface RowJoining {
	/** The parameter with which a person chooses it, and its value then. */
	parameter: string;
	value: string;
	/** Name in the API of what rows have in common that belong together. */
	number: string;
	/** Name in the API of whom they are for: the same for all of them. */
	customer: string;
	/** Name in the API of the list that each row adds to. Everything else has to be the same. */
	lines: string;
}

/** A request as the API takes it. */
export interface CompletedRequest {
	body: IDataObject;
	/** What the output tells beside the API's answer. */
	added: Record<string, string>;
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
	/** What can narrow the list down; their fields stand in `fields` as well. */
	filters?: readonly Filter[];
	/** What Simplify keeps; none where answers are short and flat. */
	simplified?: readonly SimplifiedField[];
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
