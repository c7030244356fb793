import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request to the API. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path behind the base URL. */
	url: string;
	query?: IDataObject;
	body?: IDataObject;
	/**
	 * The field that a success has to show: `id` of an object, `data` of a list, `link` of a download; none
	 * where any object will do.
	 * What lacks it is no answer of this API, however good its status is: a page about maintenance, say.
	 */
	answerField: 'id' | 'data' | 'link' | undefined;
}

/** What a request is for, in words. */
export interface Purpose {
	/** The kind of object: "invoice". */
	noun: string;
	/** Scope that the token needs; undefined where the documentation names none. */
	scope?: string;
	/**
	 * The parameter in which the user gave a field, as the canvas shows it, by what the API calls it:
	 * `invoiceNumber`, `lines.0.vatRate`. Undefined for a field that no parameter gives.
	 */
	displayNameOf?: (field: string) => string | undefined;
}
