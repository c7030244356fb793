import { inOneLine } from '../nodeErrors';
import type { Site } from './site';
import { deleteRecord } from './webhookRecords';

/**
 * Removes records as far as the API lets. What stays is written to the log and does no harm: n8n
 * refuses or ignores its calls.
 * @returns The records that stay.
 */
export async function removeRecords<Known extends { id: string }>(
	{ context, connection }: Site,
	records: Known[],
): Promise<Known[]> {
	const removed = new Set<string>();
	let reason = '';
	for (const { id } of records) {
		try {
			if (!(await deleteRecord(connection, id))) {
				reason = 'its API offers no removing of webhooks';
				break;
			}
			removed.add(id);
		} catch (cause) {
			reason = inOneLine(cause);
		}
	}
	const staying = records.filter(({ id }) => !removed.has(id));
	if (staying.length > 0) {
		context.logger.warn(
			`${staying.length} webhooks of the node "${context.getNode().name}" stay in MijnKlantportaal (${staying.map(({ id }) => id).join(', ')}): ${reason.replace(/\.$/, '')}. Their calls start nothing. Remove them in the portal, or leave them: activating the workflow again uses them again.`,
		);
	}
	return staying;
}
