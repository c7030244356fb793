import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../shared/transport/failure';
import { inActivation, inOneLine } from '../nodeErrors';
import { compare } from './comparison';
import { removeRecords, warnOfOtherPortal } from './removal';
import { addressOf, checkSite, type Site, siteOf } from './site';
import { readStored, store, type StoredRecord } from './storedRecords';
import { createRecord, listRecords, type ListedRecord } from './webhookRecords';

/**
 * Whether the portal calls the node for every chosen event, and for no other. Finds the node's records,
 * takes up their secrets again, and removes those of events that are no longer chosen.
 * @throws NodeApiError, NodeOperationError
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await inActivation(context, async () => {
		const site = await siteOf(context);
		checkSite(site);
		const stored = storedHere(site);
		const listed = await listUnlessAllIsStored(site, stored);
		if (listed === undefined) return true;
		warnOfOtherPortal(
			site,
			stored.filter(({ id }) => !listed.some((record) => record.id === id)),
		);
		const { serving, surplus, missing } = compare(site.base, site.types, stored, listed);
		const staying = (await removeRecords(site, surplus)).filter(hasSecret);
		// The secret of an event that is not chosen tells its calls from forged ones.
		const kept = [...serving, ...staying.filter(({ type }) => !site.types.includes(type))];
		const account = site.connection.fingerprint;
		store(
			context,
			kept.map((record) => ({ ...record, account })),
		);
		return missing.length === 0;
	});
}

/**
 * Registers the chosen events that are not registered yet: all or none.
 * @throws NodeApiError, NodeOperationError
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await inActivation(context, async () => {
		const site = await siteOf(context);
		checkSite(site);
		const stored = storedHere(site);
		store(context, [...stored, ...(await createAllOrNone(site, missingIn(stored, site)))]);
		return true;
	});
}

/**
 * Removes the node's records. Never throws: n8n would keep the path of a workflow that is no longer
 * active (2.41, `active-workflow-manager`), so what could not be removed is written to the log.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	try {
		const site = await siteOf(context);
		const stored = storedHere(site);
		const listed = missingIn(stored, site).length === 0 ? [] : await listOwn(site);
		const unknown = listed.filter(({ id }) => !stored.some((record) => record.id === id));
		const staying = await removeRecords(site, [...stored, ...unknown]);
		store(context, staying.filter(hasSecret));
		return staying.length === 0;
	} catch (cause) {
		context.logger.error(
			`The webhooks of the node "${context.getNode().name}" were not removed from MijnKlantportaal: ${inOneLine(cause)} Their calls start nothing.`,
		);
		return false;
	}
}

/** The stored records of this address. */
function storedHere({ context, base }: Site): StoredRecord[] {
	const stored = readStored(context);
	const here = stored.filter(({ type, url }) => url === addressOf(base, type));
	const elsewhere = stored.filter((record) => !here.includes(record));
	if (elsewhere.length > 0) {
		// They may be in use: by the n8n that the workflow was copied from, with its static data.
		context.logger.warn(
			`The node "${context.getNode().name}" had webhooks for another address of n8n, which stay in MijnKlantportaal: ${elsewhere.map(({ id, url }) => `${id} (${url})`).join(', ')}. Remove them in the portal when nothing answers there any more.`,
		);
	}
	return here;
}

function missingIn(stored: StoredRecord[], { types }: Site): string[] {
	return types.filter((type) => !stored.some((record) => record.type === type));
}

async function createAllOrNone(site: Site, types: string[]): Promise<StoredRecord[]> {
	const { base, connection } = site;
	const made: StoredRecord[] = [];
	let isComplete = false;
	try {
		for (const type of types) {
			made.push(await createRecord(connection, { type, url: addressOf(base, type) }));
		}
		isComplete = true;
		return made;
	} finally {
		if (!isComplete) await removeRecords(site, made);
	}
}

/**
 * All records of the portal.
 * @returns Undefined when the API cannot be asked now but all was registered before: then the workflow
 * goes on, because n8n would otherwise take an active workflow down for a hitch at its own start.
 */
async function listUnlessAllIsStored(
	site: Site,
	stored: StoredRecord[],
): Promise<ListedRecord[] | undefined> {
	const listing = listRecords(site.connection);
	const cause = await listing.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (!mayPass(cause) || missingIn(stored, site).length > 0) return await listing;
	const { context } = site;
	context.logger.warn(
		`The webhooks of the node "${context.getNode().name}" could not be checked, and are taken to be in MijnKlantportaal as before: ${inOneLine(cause)}`,
	);
	return undefined;
}

async function listOwn({ base, connection }: Site): Promise<ListedRecord[]> {
	const listed = await listRecords(connection, { isForRemoval: true });
	return listed.filter(({ type, url }) => url === addressOf(base, type));
}

/** Whether the API cannot be asked just now: no connection, an outage, the rate limit. */
function mayPass(cause: unknown): boolean {
	if (!(cause instanceof Failure)) return false;
	const { status } = cause;
	return status === undefined || status === 429 || status >= 500;
}

function hasSecret(record: ListedRecord): record is StoredRecord {
	return record.secret !== undefined;
}
