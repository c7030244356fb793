import { type INode, NodeApiError } from 'n8n-workflow';

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

/** What happened and what to do, where there is place for one text only. */
export function inOneText({ message, description }: Failure, itemIndex?: number): string {
	const place = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	return `${message.replace(/\.$/, '')}${place}. ${description}`.trim();
}

/**
 * The form in which n8n shows a failure. Built from its words alone: n8n stores errors in execution
 * data, and the error of the HTTP client holds the request with its token.
 */
export function toNodeError(node: INode, failure: Failure, itemIndex?: number): NodeApiError {
	const { description, status } = failure;
	const message =
		itemIndex === undefined ? failure.message : `${failure.message} [item ${itemIndex}]`;
	const error = new NodeApiError(
		node,
		{ message },
		{
			message,
			description,
			...(status === undefined ? {} : { httpCode: String(status) }),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
	// n8n puts words of its own in the place of a message in which it finds the code of a network error,
	// be it only in the name of a file (n8n-workflow 2.41, NodeError.setDescriptiveErrorMessage).
	error.message = message;
	return error;
}
