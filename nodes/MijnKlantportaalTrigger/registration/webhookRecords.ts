import type { IDataObject } from 'n8n-workflow';
import { pathTo, readingOf } from '../../shared/objects/portalObject';
import { portalObjects } from '../../shared/objects/portalObjects';
import { recover } from '../../shared/objects/recover';
import type { Connection } from '../../shared/transport/connection';
import { statusOf } from '../../shared/transport/ending';
import { explain } from '../../shared/transport/explanations';
import { Failure } from '../../shared/transport/failure';
import { readPages } from '../../shared/transport/pages';
import type { ApiRequest, Purpose } from '../../shared/transport/request';
import { isSuccess } from '../../shared/transport/response';
import { send, type WaitOptions } from '../../shared/transport/send';
import type { StoredRecord } from './storedRecords';

/** A webhook record as the API shows it. */
export type ListedRecord = Omit<StoredRecord, 'secret'> & Partial<Pick<StoredRecord, 'secret'>>;

const { webhook } = portalObjects;
const reading = readingOf(webhook);
const writing: Purpose = { noun: webhook.noun, scope: 'webhooks.write' };

/** Someone waits for the workflow to be activated: a minute's rate limit, and the next one. */
const waiting: WaitOptions = { longestWait: 2 * 60 * 1000 };

/** What is removed is not waited for where nothing answers: it does no harm when it stays. */
const removing: WaitOptions = { ...waiting, isOnlyTry: true };

/**
 * All webhook records of the portal, also those of others.
 * @throws Failure
 */
export async function listRecords(
	connection: Connection,
	{ isForRemoval = false } = {},
): Promise<ListedRecord[]> {
	const records = new Map<string, ListedRecord>();
	const options = isForRemoval ? removing : waiting;
	const request: ApiRequest = { method: 'GET', url: webhook.path ?? '', answerField: 'data' };
	for await (const { objects } of readPages(connection, request, reading, options)) {
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
	const request: ApiRequest = {
		method: 'POST',
		url: webhook.path ?? '',
		body: { type, url },
		answerField: 'id',
	};
	const { ending, result, sentAt, isAmbiguous } = await send(connection, request, waiting);
	const object = isAmbiguous
		? await recover({
				connection,
				request,
				purpose: writing,
				object: webhook,
				ending,
				recovery: { kind: 'search', match: ['type', 'url'] },
				sentAt,
				mayResend: async () => true,
			})
		: result;
	if (object === undefined) throw explain(ending, connection, request, writing);
	const { id, secret } = toRecord({ type, url, ...object }) ?? {};
	if (id === undefined || secret === undefined) {
		throw new Failure(
			`The API registered the webhook for ${type} without telling its ${id === undefined ? 'identifier' : 'secret'}`,
			'Without it no call could be trusted. Tell MijnKlantportaal.',
		);
	}
	return { id, secret, type, url, account: connection.fingerprint };
}

/**
 * Removes a record. The API's documentation knows no such request, though the scope webhooks.write speaks
 * of it (docs/api-facts.md, Webhooks): whether it works is found out by trying.
 * @returns What became of it: `unknown` when the portal does not know such a record.
 * @throws Failure
 */
export async function deleteRecord(
	connection: Connection,
	id: string,
): Promise<'removed' | 'unknown' | 'notOffered'> {
	const url = pathTo(webhook, id);
	const request: ApiRequest = { method: 'DELETE', url, answerField: undefined };
	const { ending } = await send(connection, request, removing);
	if (ending.kind === 'answered') {
		if (isSuccess(ending.response)) return 'removed';
		if (NOT_OFFERED.includes(ending.response.status)) return 'notOffered';
		// Either there is no such record, or no such request.
		if (ending.response.status === 404) {
			return (await exists(connection, url)) ? 'notOffered' : 'unknown';
		}
	}
	throw explain(ending, connection, request, writing);
}

/** Method not allowed, not implemented (RFC 9110). */
const NOT_OFFERED = [405, 501];

async function exists(connection: Connection, url: string): Promise<boolean> {
	const request: ApiRequest = { method: 'GET', url, answerField: 'id' };
	const { ending } = await send(connection, request, removing);
	if (statusOf(ending) === 404) return false;
	if (ending.kind === 'answered' && isSuccess(ending.response)) return true;
	throw explain(ending, connection, request, reading);
}

function toRecord({ id, type, url, secret }: IDataObject): ListedRecord | undefined {
	if (typeof id !== 'string' || typeof type !== 'string' || typeof url !== 'string') {
		return undefined;
	}
	if (id === '') return undefined;
	return { id, type, url, ...(typeof secret === 'string' && secret !== '' ? { secret } : {}) };
}
