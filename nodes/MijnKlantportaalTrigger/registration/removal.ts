import { Failure } from '../../shared/transport/failure';
import { withoutFullStop } from '../../shared/values/sentence';
import { inOneLine } from '../nodeErrors';
import type { Site } from './site';
import { deleteRecord, type ListedRecord } from './webhookRecords';

/**
 * Removes records as far as the API lets. What stays is written to the log and does no harm: n8n
 * refuses or ignores its calls.
 * @returns The records that stay.
 */
export async function removeRecords<Known extends ListedRecord & { account?: string }>(
	site: Site,
	records: Known[],
): Promise<Known[]> {
	const { context, connection } = site;
	const removed = new Set<string>();
	let reason = '';
	const unknown: Known[] = [];
	for (const record of records) {
		try {
			const outcome = await deleteRecord(connection, record.id);
			if (outcome === 'notOffered') {
				reason = 'its API offers no removing of webhooks';
				break;
			}
			removed.add(record.id);
			if (outcome === 'unknown') unknown.push(record);
		} catch (cause) {
			reason = inOneLine(cause);
			if (!concernsOneRecord(cause)) break;
		}
	}
	warnOfOtherPortal(site, unknown);
	const staying = records.filter(({ id }) => !removed.has(id));
	if (staying.length > 0) {
		context.logger.warn(
			`${staying.length} webhooks of the node "${context.getNode().name}" stay in MijnKlantportaal (${staying.map(({ id }) => id).join(', ')}): ${withoutFullStop(reason)}. Their calls start nothing. Remove them in the portal, or leave them: activating the workflow again uses them again.`,
		);
	}
	return staying;
}

/** Whether another record may be removed all the same: the API refused this one. */
function concernsOneRecord(cause: unknown): boolean {
	const status = cause instanceof Failure ? (cause.status ?? 0) : 0;
	return status >= 400 && status < 500 && ![401, 403, 407, 408, 429].includes(status);
}

/**
 * Tells of records that another account made and that this one does not know: the credential now opens
 * another portal, whose webhooks nobody can remove from here.
 * @param unknown Records that the portal does not know.
 */
export function warnOfOtherPortal(
	{ context, connection }: Site,
	unknown: Array<{ id: string; url: string; account?: string }>,
): void {
	const ofOthers = unknown.filter(
		({ account }) => account !== undefined && account !== connection.fingerprint,
	);
	if (ofOthers.length === 0) return;
	context.logger.warn(
		`The node "${context.getNode().name}" had webhooks that the portal of the credential "${connection.credentialName}" does not know: ${ofOthers.map(({ id, url }) => `${id} (${url})`).join(', ')}. The credential was another one when they were made. Their calls start nothing. Remove them in the portal that they were made in, unless they are gone there.`,
	);
}
