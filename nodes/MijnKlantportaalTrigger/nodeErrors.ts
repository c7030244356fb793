import {
	type IExecuteFunctions,
	type IHookFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { Failure, inOneText, toNodeError } from '../shared/transport/failure';

/**
 * Does something in an execution whose failures the person on the canvas is to read.
 * @throws NodeApiError, NodeOperationError
 */
export async function inExecution<Result>(
	context: IExecuteFunctions,
	action: () => Promise<Result>,
): Promise<Result> {
	try {
		return await action();
	} catch (cause) {
		throw toError(context, cause);
	}
}

/**
 * Does something while the workflow is activated. n8n shows nothing of an error there but its message
 * (2.41, `publication-status-reporter`), so the message also says what to do.
 * @throws NodeApiError, NodeOperationError
 */
export async function inActivation<Result>(
	context: IHookFunctions,
	action: () => Promise<Result>,
): Promise<Result> {
	try {
		return await action();
	} catch (cause) {
		throw toError(
			context,
			cause instanceof Failure ? new Failure(inOneLine(cause), '', cause.status) : cause,
		);
	}
}

/** What happened and what to do, where there is no place for two texts. */
export function inOneLine(cause: unknown): string {
	if (!(cause instanceof Error)) return String(cause);
	if (!(cause instanceof Failure) || cause.description === '') return cause.message;
	return inOneText(cause);
}

function toError(
	context: IExecuteFunctions | IHookFunctions,
	cause: unknown,
): NodeApiError | NodeOperationError {
	const node = context.getNode();
	if (cause instanceof Failure) return toNodeError(node, cause);
	if (cause instanceof NodeApiError || cause instanceof NodeOperationError) return cause;
	return new NodeOperationError(node, cause instanceof Error ? cause : String(cause));
}
