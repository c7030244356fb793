import { type INode, NodeApiError } from 'n8n-workflow';
import { sentences, withoutFullStop } from '../values/sentence';
import { attempt } from '../values/wrongValue';
import { toPanel } from './errorPanel';
import { ExecutionCancelled } from './stop';

/** What a failure tells a person: what happened, and what to do. */
export type Explanation = [message: string, description: string];

/** Why an item has no result, in words for the person on the canvas. */
export class Failure extends Error {
	/**
	 * @param message What happened; the API's own sentence where there is one.
	 * @param description What to do.
	 * @param status HTTP status, where an answer came.
	 */
	constructor(
		message: string,
		readonly description: string,
		readonly status?: number,
		/** Whether the request may have been carried out, so that trying again could do it twice. */
		readonly isUndecided = false,
	) {
		super(message);
		this.name = 'Failure';
	}
}

/** Where the makers of the node read what went wrong; as in package.json. */
export const ISSUES_URL =
	'https://github.com/n8n-nodes-mijnklantportaal/n8n-nodes-mijnklantportaal/issues';

/** Whatever was thrown, in words for the person on the canvas. */
export function toFailure(cause: unknown): Failure {
	if (cause instanceof Failure) return cause;
	if (cause instanceof ExecutionCancelled) {
		return new Failure(cause.message, 'What was not sent by then was not sent at all.');
	}
	return unexpected(cause);
}

/** What no code of the node foresees. */
function unexpected(cause: unknown): Failure {
	const message = cause instanceof Error ? cause.message : String(cause);
	return new Failure(
		message.slice(0, LONGEST_MESSAGE),
		`This is not expected. Please tell the makers of the node: ${ISSUES_URL}`,
	);
}

/** As much as a person reads, in characters. */
const LONGEST_MESSAGE = 500;

/**
 * Reads the value of a parameter, which expressions may give in another form, before anything is sent.
 * @param otherwise What stands in for a value that cannot be read.
 * @throws Failure that names the parameter, where nothing stands in.
 */
export function readParameter<Value>(
	displayName: string,
	value: unknown,
	read: (value: unknown) => Value,
	otherwise?: Value,
): Value {
	const result = attempt(() => read(value));
	if ('value' in result) return result.value;
	if (otherwise !== undefined) return otherwise;
	const { finding, remedy } = result.wrong;
	throw new Failure(`${displayName} ${finding}`, `${remedy} Nothing was sent.`);
}

/** What happened and what to do, where there is place for one text only. */
export function inOneText(
	{ message, description }: Pick<Failure, 'message' | 'description'>,
	itemIndex?: number,
): string {
	const place = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	return sentences(`${withoutFullStop(message)}${place}`, description);
}

/**
 * The form in which n8n shows a failure. Built from its words alone: n8n stores errors in execution
 * data, and the error of the HTTP client holds the request with its token.
 */
export function toNodeError(node: INode, failure: Failure, itemIndex?: number): NodeApiError {
	const { description, status } = failure;
	const message =
		itemIndex === undefined
			? failure.message
			: `${withoutFullStop(failure.message)} [item ${itemIndex}]`;
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description: toPanel(description),
			...(status === undefined ? {} : { httpCode: String(status) }),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
	// n8n puts words of its own in the place of a message in which it finds the code of a network error,
	// be it only in the name of a file (n8n-workflow 2.41, NodeError.setDescriptiveErrorMessage).
	error.message = message;
	// What n8n's panel shows under Details, and what reads the error elsewhere, is the plain text.
	if (error.description !== description) error.messages = [description];
	return error;
}
