/** A request of the check and what came back. It holds data of the portal and lives in memory only. */
export interface Exchange {
	/** In the contract; none for what is not in it. */
	operationId?: string;
	method: string;
	/** Path behind the base URL, identifiers and query included. */
	path: string;
	/** Milliseconds since 1970. */
	sentAt: number;
	answeredAt: number;
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON; undefined where the answer is none. */
	body: unknown;
	isWebPage: boolean;
	/** Whether it was sent with the key of the person, and so counts for its limit. */
	hasKey: boolean;
}

/** No answer came. */
export class NoAnswer extends Error {
	/** @param code Of Node.js, such as ECONNREFUSED. */
	constructor(readonly code: string) {
		super(`No answer: ${code}`);
		this.name = 'NoAnswer';
	}
}

/** Whether the API carried the request out. */
export function isSuccess({ status }: Pick<Exchange, 'status'>): boolean {
	return status >= 200 && status < 300;
}

/** The field of an answer that is an object, else undefined. */
export function fieldOf(body: unknown, name: string): unknown {
	return isRecord(body) ? body[name] : undefined;
}

/** Whether the value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, in whatever form. */
export function objectsOf(body: unknown): Record<string, unknown>[] {
	const data = fieldOf(body, 'data');
	return Array.isArray(data) ? data.filter(isRecord) : [];
}

/** A header that holds a whole number, else undefined. */
export function numberHeader({ headers }: Pick<Exchange, 'headers'>, name: string) {
	const text = headers[name]?.trim();
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
