import { ApiError, notFound } from '../errors';
import type { UploadedFile } from '../exchange';
import type { Settings } from '../options';
import { pageOf, perPage } from '../pagination';
import type { Customer, StoredFile } from '../records';
import type { Removals } from '../removals';
import type { PortalState } from '../state';
import type { WebhookType } from '../webhooks';

/** A request that the contract allows. */
export interface OperationRequest {
	/** The path without /v1, as it was called. */
	path: string;
	parameters: Record<string, string>;
	query: Record<string, unknown>;
	/** Checked against the contract; the operation knows its type. */
	body: unknown;
	files: UploadedFile[];
}

export interface OperationAnswer {
	status: number;
	body: object;
}

/** What an operation works with. */
export interface PortalContext {
	state: PortalState;
	settings: Settings;
	removals: Removals;
	/** Tells the registered webhooks that something happened. */
	announce(type: WebhookType, payload: object): void;
}

/** One operation of the API: changes the state and says what to answer. */
export type Operation = (
	request: OperationRequest,
	context: PortalContext,
) => OperationAnswer | Promise<OperationAnswer>;

/** The operations of a resource by operationId. */
export type Operations = Record<string, Operation>;

export const ok = (body: object): OperationAnswer => ({ status: 200, body });
export const created = (body: object): OperationAnswer => ({ status: 201, body });

/** Answers the page of the list that the request asks for. */
export function listed<T>(
	request: OperationRequest,
	context: PortalContext,
	records: T[],
	show: (record: T) => object,
): OperationAnswer {
	const ordered = inOrder(records, context.settings.listOrder);
	const page = typeof request.query['page'] === 'number' ? request.query['page'] : 1;
	const shown = pageOf(ordered, page, `${apiAddress(context)}${request.path}`, show);
	context.removals.pageShown(request.path, ordered, perPage);
	return ok(shown);
}

/** The records, which are kept oldest first, in the order of lists. */
function inOrder<T>(records: T[], order: Settings['listOrder']): T[] {
	if (order === 'oldestFirst') return records;
	if (order === 'newestFirst') return records.toReversed();
	return records.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

/** What a person knows it by. Its ID where it has no name, so that the order is always the same. */
function nameOf(record: unknown): string {
	const { companyName, invoiceNumber, offerNumber, name, title, id } = record as Record<
		string,
		string | undefined
	>;
	return `${companyName ?? invoiceNumber ?? offerNumber ?? name ?? title ?? ''} ${id ?? ''}`;
}

/** The record that a path parameter names; 404 when there is none. */
export function named<T extends { id: string }>(
	records: T[],
	request: OperationRequest,
	parameter: string,
	what: string,
): T {
	const record = records.find(({ id }) => id === request.parameters[parameter]);
	if (!record) throw notFound(what);
	return record;
}

/** The customer that a body field names; 422 when there is none. */
export function customerOf(context: PortalContext, customerId: string): Customer {
	return chosen(context.state.customers, 'customerId', customerId);
}

/** The record that a body field names; 422 when there is none. */
export function chosen<T extends { id: string }>(records: T[], field: string, id: string): T {
	const record = records.find((candidate) => candidate.id === id);
	if (!record) throw new ApiError(422, `The selected ${field} is invalid: ${id}.`);
	return record;
}

/** Base address of the API, as answers name it. */
function apiAddress(context: PortalContext): string {
	return `${context.settings.publicUrl}/v1`;
}

/** The link to a customer that many objects carry. */
export function customerLink(context: PortalContext, customerId: string): object {
	return { href: `${apiAddress(context)}/customers/${customerId}`, type: 'application/json' };
}

/** The uploaded file of a field, to be kept. The validator has seen that it is there. */
export function uploadedFile(request: OperationRequest, field: string): StoredFile {
	// Of several files with the same field name PHP keeps the last one.
	const file = request.files.filter((candidate) => candidate.field === field).pop();
	if (!file) throw new ApiError(422, `The ${field} field is required.`);
	return { fileName: file.fileName, mimeType: file.mimeType, bytes: file.bytes };
}

/** The uploaded PDF of a field; 422 for any other kind of file. */
export function uploadedPdf(request: OperationRequest, field: string): StoredFile {
	const file = uploadedFile(request, field);
	if (file.bytes.subarray(0, 5).toString('latin1') !== '%PDF-') {
		throw new ApiError(422, `The ${field} field must be a file of type: pdf.`);
	}
	return { ...file, mimeType: 'application/pdf' };
}
