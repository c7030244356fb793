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
	) {
		super(message);
		this.name = 'Failure';
	}
}

/**
 * The form in which n8n shows a failure. Built from its words alone: n8n stores errors in execution
 * data, and the error of the HTTP client holds the request with its token.
 */
export function toNodeError(node: INode, failure: Failure, itemIndex?: number): NodeApiError {
	const { description, status } = failure;
	const message =
		itemIndex === undefined ? failure.message : `${failure.message} [item ${itemIndex}]`;
	return new NodeApiError(
		node,
		{ message },
		{
			message,
			description,
			...(status === undefined ? {} : { httpCode: String(status) }),
			...(itemIndex === undefined ? {} : { itemIndex }),
		},
	);
}
