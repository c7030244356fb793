import type {
	IDataObject,
	IHttpRequestOptions,
	INodeRequestSend,
	PreSendAction,
} from 'n8n-workflow';
import { noteProblem } from '../transport/problems';
import { isEmpty, WrongValue } from '../values/wrongValue';

/** Where a value stands in the request. */
export type Place = 'body' | 'query' | 'path';

/** How the value of one parameter travels. */
export interface Delivery {
	/** Name of the parameter in the node, without its collection. */
	name: string;
	/** Name on the canvas, for messages. */
	displayName: string;
	/** Name in the API, where it differs from the parameter's. */
	apiName?: string;
	place?: Place;
	required?: boolean;
	/**
	 * Turns what the user gave into what the API takes.
	 * @throws WrongValue
	 */
	read: (value: unknown, timeZone: string) => unknown;
}

/**
 * The declarative `routing.send` of a parameter. An empty value is left out, or refused where the API
 * needs it; a wrong one is noted and refused before anything is sent.
 *
 * A `preSend` and not a `value` expression, because an expression can be neither tested nor typed, and
 * n8n's engine sends empty parameters outside of collections.
 */
export function sendAs(delivery: Delivery, parent?: string): INodeRequestSend {
	const path = parent === undefined ? delivery.name : `${parent}.${delivery.name}`;
	const deliver: PreSendAction = async function (requestOptions) {
		try {
			const given = this.getNodeParameter(path, undefined, { extractValue: true });
			const value = readGiven(given, delivery, this.getTimezone());
			if (value !== undefined) put(requestOptions, delivery, value);
		} catch (cause) {
			noteWrongValue(requestOptions, delivery.displayName, cause);
		}
		return requestOptions;
	};
	return { preSend: [deliver] };
}

/** Notes a wrong value; everything else is no business of the value's and goes on its way. */
export function noteWrongValue(
	requestOptions: IHttpRequestOptions,
	displayName: string,
	cause: unknown,
): void {
	if (!(cause instanceof WrongValue)) throw cause;
	noteProblem(requestOptions, displayName, cause);
}

function readGiven(given: unknown, { required, read }: Delivery, timeZone: string): unknown {
	if (!isEmpty(given)) return read(given, timeZone);
	if (!required) return undefined;
	throw new WrongValue('is empty', 'Fill it in, or check the expression that should fill it.');
}

function put(
	requestOptions: IHttpRequestOptions,
	{ name, apiName = name, place = 'body' }: Delivery,
	value: unknown,
): void {
	if (place === 'path') {
		const segment = encodeURIComponent(String(value));
		requestOptions.url = requestOptions.url.replace(`{${apiName}}`, segment);
		return;
	}
	const part = place === 'query' ? 'qs' : 'body';
	Object.assign((requestOptions[part] ??= {}) as IDataObject, { [apiName]: value });
}
