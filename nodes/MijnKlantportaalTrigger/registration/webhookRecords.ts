import { type IDataObject } from 'n8n-workflow';
import { type Answer, isSuccess, resultOf } from '../../shared/transport/response';
import type { Connection } from '../../shared/transport/connection';
import { explain } from '../../shared/transport/explanations';
import { Failure } from '../../shared/transport/failure';
import { readPages } from '../../shared/transport/pages';
import { recover } from '../../shared/objects/recover';
import { type ApiRequest, type Patience, send } from '../../shared/transport/send';
import type { StoredRecord } from './storedRecords';

/** A webhook record as the API shows it. */
export type ListedRecord = Omit<StoredRecord, 'secret'> & Partial<Pick<StoredRecord, 'secret'>>;

const WEBHOOKS = '/webhooks';

const reading = { noun: 'webhook', scope: 'webhooks.read' };
const writing = { noun: 'webhook', scope: 'webhooks.write' };

/** Someone waits for the workflow to be activated: a minute's rate limit, and the next one. */
const patience: Patience = { patience: 2 * 60 * 1000 };

/**
 * All webhook records of the portal, also those of others.
 * @throws Failure
 */
export async function listRecords(connection: Connection): Promise<ListedRecord[]> {
	const records = new Map<string, ListedRecord>();
	const request: ApiRequest = { method: 'GET', url: WEBHOOKS };
	for await (const { objects } of readPages(connection, request, reading, patience)) {
		for (const record of objects.map(toRecord)) {
			if (record !== undefined) records.set(record.id, record);
		}
	}
	return [...records.values()];
}

/**
 * Registers an address for an event.
 * @throws Failure
 */
export async function createRecord(
	connection: Connection,
	{ type, url }: Pick<StoredRecord, 'type' | 'url'>,
): Promise<StoredRecord> {
	const request: ApiRequest = { method: 'POST', url: WEBHOOKS, body: { type, url } };
	const { ending, isAmbiguous } = await send(connection, request, patience);
	const object = isAmbiguous
		? await recover({
				connection,
				request,
				purpose: writing,
				ending,
				recovery: { kind: 'inList', url: WEBHOOKS, match: ['type', 'url'] },
				mayResend: () => true,
			})
		: resultOf(ending);
	if (object === undefined) throw explain(ending, connection, request, writing);
	const { id, secret } = toRecord({ type, url, ...object }) ?? {};
	if (id === undefined || secret === undefined) {
		throw new Failure(
			`The API registered the webhook for ${type} without telling its ${id === undefined ? 'identifier' : 'secret'}`,
			'Without it no call could be trusted. Tell MijnKlantportaal.',
		);
	}
	return { id, secret, type, url };
}

/**
 * Removes a record. The API's documentation knows no such request, though the scope webhooks.write speaks
 * of it (guide, Webhooks): whether it works is found out by trying.
 * @returns Whether the record is gone; false when the API offers no removing.
 * @throws Failure
 */
export async function removeRecord(connection: Connection, id: string): Promise<boolean> {
	const request: ApiRequest = { method: 'DELETE', url: `${WEBHOOKS}/${encodeURIComponent(id)}` };
	const { ending } = await send(connection, request, patience);
	if (ending.kind === 'answered') {
		if (isSuccess(ending.answer)) return true;
		if (NOT_OFFERED.includes(ending.answer.status)) return false;
		// Either there is no such record, or no such request.
		if (ending.answer.status === 404) return !(await exists(connection, request.url));
	}
	throw explain(ending, connection, request, writing);
}

/** Method not allowed, not implemented (RFC 9110). */
const NOT_OFFERED = [405, 501];

async function exists(connection: Connection, url: string): Promise<boolean> {
	const request: ApiRequest = { method: 'GET', url };
	const { ending } = await send(connection, request, patience);
	const answer: Answer | undefined = ending.kind === 'answered' ? ending.answer : undefined;
	if (answer?.status === 404) return false;
	if (answer !== undefined && isSuccess(answer)) return true;
	throw explain(ending, connection, request, reading);
}

function toRecord({ id, type, url, secret }: IDataObject): ListedRecord | undefined {
	if (typeof id !== 'string' || typeof type !== 'string' || typeof url !== 'string')
		return undefined;
	if (id === '') return undefined;
	return { id, type, url, ...(typeof secret === 'string' && secret !== '' ? { secret } : {}) };
}
