import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

/** A parameter on the canvas together with the way its value gets into the request. */
export interface Field {
	property: INodeProperties;
	/** None for what steers the node itself, such as Limit, and for collections. */
	mapping?: Mapping;
	/** The fields of a collection. */
	fields?: readonly Field[];
}

/** Where a value stands in the request. */
export type Place = 'body' | 'query' | 'path';

/** How the value of a parameter is mapped onto the request. */
export interface Mapping {
	/** Name in the API, where it differs from the parameter's. */
	apiName?: string;
	place?: Place;
	/** Whether the API needs it: an empty value is refused before sending. */
	required?: boolean;
	/**
	 * Turns what the user gave into what the API takes.
	 * @throws WrongValue
	 */
	read: (value: unknown, context: IExecuteSingleFunctions) => unknown;
}
