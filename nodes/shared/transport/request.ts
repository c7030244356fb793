import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

/** One request to the API. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** Path behind the base URL. */
	url: string;
	query?: IDataObject;
	body?: IDataObject;
}

/** What a request is for, in words. */
export interface Purpose {
	/** The kind of object: "invoice". */
	noun: string;
	/** Scope that the token needs; undefined where the documentation names none. */
	scope?: string;
}
