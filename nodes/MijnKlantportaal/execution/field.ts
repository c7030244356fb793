import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

/** A parameter on the canvas together with the way its value gets into the request. */
export interface Field {
	property: INodeProperties;
	/** None for what is first read when it is needed, such as Limit, and for collections. */
	mapping?: Mapping;
	/** The fields of a collection. */
	fields?: readonly Field[];
}

/** Where a value stands in the request; `filter` for what the node itself does with the answers. */
export type Place = 'body' | 'query' | 'path' | 'filter';

/** How the value of a parameter is mapped onto the request. */
export interface Mapping {
	/** Name in the API, where it differs from the parameter's. */
	apiName?: string;
	place?: Place;
	/** Where the parameter stood in earlier versions of the node: its value there counts where it is empty. */
	formerly?: string;
	/** Whether the API needs it: an empty value is refused before sending. */
	required?: boolean;
	/**
	 * Turns what the user gave into what the API takes; a {@link Reference} where that has to be found first.
	 * @param mode The way in which a resource locator names the object.
	 * @throws WrongValue
	 */
	read: (value: unknown, context: IExecuteSingleFunctions, mode?: string) => unknown;
}
