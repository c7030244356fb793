import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Field } from './field';

/**
 * How to find out whether a request was carried out when its answer got lost.
 * - `inList`: what it creates is found in a list by these fields of the request. Only where no two
 *   objects have the same ones, or a second one is not wanted.
 * - `byId`: what it changes is read again and shows the change.
 * - `repeat`: carried out twice, it does the same as once.
 * - `byPerson`: nothing tells it from others of its kind; a person is told what to look for.
 */
export type Recovery =
	| {
			kind: 'inList';
			url: string;
			match: readonly string[];
			/** What it also has to show, where the request says it: else it is another one with these fields. */
			fit?: readonly string[];
			/** Names in the list that differ from those in the request. */
			listNames?: Readonly<Record<string, string>>;
	  }
	| { kind: 'byId'; isDone: (object: IDataObject, body: IDataObject) => boolean }
	| { kind: 'repeat' }
	| {
			kind: 'byPerson';
			/** What it makes, where that is of another kind than the resource: "subscription". */
			noun?: string;
			lookFor: readonly string[];
	  };

/**
 * What an operation outputs.
 * - `object`: the answer, as one item.
 * - `list`: each object of all pages, up to Limit where there is one.
 * - `data`: each object of the field `data` of the answer.
 * - `file`: the file behind the temporary address in the answer.
 */
export type OutputKind = 'object' | 'list' | 'data' | 'file';

/** One operation of a resource: how it looks on the canvas and how it maps onto the API. */
export interface Operation {
	/** Name on the canvas. */
	name: string;
	/** Name in the workflow. */
	value: string;
	/** Name in the list of actions: "Create invoice". */
	action: string;
	description: string;
	method: IHttpRequestMethods;
	/** Path behind the base URL, identifiers in braces: `/customer-invoices/{invoiceId}`. */
	url: string;
	/**
	 * Scope that the API key needs. Inferred from the scope table (guide 3.4): no page names the scope of
	 * an operation. None where the table names none that fits.
	 */
	scope?: string;
	output: OutputKind;
	fields: Field[];
	/**
	 * Rules on several values together; called when each of them is right.
	 * @throws WrongValue with the name of the parameter
	 */
	check?: (body: IDataObject) => void;
	/** What makes the object recognisable to a person: its number. */
	label?: string;
	/** Names of the fields that Simplify keeps; none where answers are short. */
	simplified?: string[];
	recovery?: Recovery;
	/** What the downloaded file is called when its address does not tell. */
	fileName?: string;
}

/** A kind of object of the API, with what can be done to it. */
export interface Resource {
	name: string;
	value: string;
	/** The object in a sentence: "invoice". */
	noun: string;
	operations: Operation[];
}
