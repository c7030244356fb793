import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import { WrongValue } from '../../shared/values/wrongValue';

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

/**
 * Reads a value of the request that is being put together.
 * @param displayName The parameter, where what is wrong does not name another one.
 * @returns What was read; undefined where it is wrong, which is noted.
 */
export async function readOrNote<Read>(
	options: IHttpRequestOptions,
	displayName: string,
	read: () => Promise<Read>,
): Promise<Read | undefined> {
	return await read().catch((cause: unknown) => {
		if (!(cause instanceof WrongValue)) throw cause;
		noteProblem(options, cause.displayName ?? displayName, cause);
		return undefined;
	});
}

/** @throws Failure that names all wrong values of the item, where one was noted. */
export function throwProblems(options: IHttpRequestOptions): void {
	const [first, ...others] = problemsOf(options);
	if (first === undefined) return;
	const more = others.map(
		({ displayName, finding, remedy }) => `${displayName} ${finding}. ${remedy}`,
	);
	const remedies = [first.remedy, ...(more.length > 0 ? ['Also:', ...more] : [])];
	throw toFailure({ ...first, remedy: remedies.join(' ') });
}

/** @param whatWasSent The sentence that the remedy ends with. */
export function toFailure(
	{ displayName, finding, remedy }: Problem,
	whatWasSent = 'Nothing was sent.',
): Failure {
	return new Failure(`${displayName} ${finding}`, `${remedy} ${whatWasSent}`);
}
