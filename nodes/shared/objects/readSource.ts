import type { IDataObject } from 'n8n-workflow';
import { resultOf } from '../transport/response';
import type { Connection } from '../transport/connection';
import { explain } from '../transport/explanations';
import { type Page, readPage } from '../transport/pages';
import { type ApiRequest, send } from '../transport/send';
import type { Searchable } from './searchable';

/** A person who types does not wait longer for the rate limit, in milliseconds. */
const PATIENCE = { patience: 10_000 };

/**
 * The objects to pick from: a page of their list, or what another object holds of them.
 * @throws Failure
 */
export async function readSource(
	connection: Connection,
	request: ApiRequest,
	{ field, purpose }: Searchable,
): Promise<Page> {
	if (field === undefined) return await readPage(connection, request, purpose, PATIENCE);
	const { ending } = await send(connection, request, PATIENCE);
	const holder = resultOf(ending);
	if (holder === undefined) throw explain(ending, connection, request, purpose);
	const objects = holder[field];
	return { objects: Array.isArray(objects) ? (objects as IDataObject[]) : [] };
}
