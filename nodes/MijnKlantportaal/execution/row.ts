import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Failure } from '../../shared/transport/failure';
import { findOperation } from './findOperation';
import type { Job } from './job';
import type { Resource, RowJoining } from './operation';
import { Reference } from './reference';

/** A row as it was given, before anything is looked up in the portal. */
export interface GivenRow {
	joining: RowJoining;
	/** What the rows make together: "invoice". */
	noun: string;
	/** Undefined where it is missing or cannot be read. */
	number: string | undefined;
	/** Its ID, or what it is known by; undefined where it is missing or cannot be read. */
	customer: string | undefined;
}

/** A row with what it asks for, or why that cannot be sent. */
export interface Row {
	itemIndex: number;
	given: GivenRow;
	prepared: Job | Failure;
}

/** A row that is right by itself. */
export interface ReadyRow extends Row {
	prepared: Job;
}

/** The item as a row, where its operation makes one request of several rows and it is meant to. */
export function toGivenRow(
	context: IExecuteSingleFunctions,
	resources: Resource[],
	options: IHttpRequestOptions,
): GivenRow | undefined {
	const { resource, operation } = findOperation(context, resources);
	const { joining } = operation.method === 'GET' ? {} : operation;
	if (joining === undefined) return undefined;
	const body = (options.body ?? {}) as Record<string, unknown>;
	const { [joining.number]: number, [joining.customer]: customer } = body;
	// What cannot be read may be meant as a row: then the others of its number wait for it.
	if ((body[joining.parameter] ?? joining.value) !== joining.value) return undefined;
	return {
		joining,
		noun: resource.object.noun,
		number: typeof number === 'string' ? number : undefined,
		customer:
			customer instanceof Reference
				? customer.value
				: typeof customer === 'string'
					? customer
					: undefined,
	};
}

/** What the row would send by itself. */
export function bodyOf({ request }: Job): IDataObject {
	return request.body ?? {};
}
