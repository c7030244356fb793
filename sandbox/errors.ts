/** An answer other than success, in the documented shape `{ message }`. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
		this.name = 'ApiError';
	}
}

/** The answer to an identifier that the portal does not know. */
export function notFound(what: string): ApiError {
	return new ApiError(404, `The ${what} was not found.`);
}

/** The answer to values that are well formed but cannot be accepted. */
export function invalid(message: string): ApiError {
	return new ApiError(422, message);
}
