import type { IHttpRequestOptions } from 'n8n-workflow';
import type { WrongValue } from '../../shared/values/wrongValue';

/** A parameter of one item whose value cannot be sent. */
export interface Problem {
	/** Name of the parameter as the canvas shows it. */
	displayName: string;
	finding: string;
	remedy: string;
}

const problemsByRequest = new WeakMap<IHttpRequestOptions, Problem[]>();

/**
 * Notes a wrong value of the request that is being put together. Nothing is thrown yet, so that the
 * message can name all wrong values of the item and, before anything is sent, those of other items.
 */
export function noteProblem(
	request: IHttpRequestOptions,
	displayName: string,
	{ finding, remedy }: WrongValue,
): void {
	problemsByRequest.set(request, [...problemsOf(request), { displayName, finding, remedy }]);
}

/** What was noted about this request. */
export function problemsOf(request: IHttpRequestOptions): Problem[] {
	return problemsByRequest.get(request) ?? [];
}
