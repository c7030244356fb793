import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What n8n keeps of a webhook record of the portal, in the workflow's static data. */
export interface StoredRecord {
	/** Identifier in the API. */
	id: string;
	/** Name of the event in the API. */
	type: string;
	/** Address that the portal calls. */
	url: string;
	/** What every call has to carry. */
	secret: string;
	/** Which account made it, as a hash; none where an older version of the node stored it. */
	account?: string;
}

/** The records that are stored for the node; none when the data are lost. */
export function readStored(context: IHookFunctions | IWebhookFunctions): StoredRecord[] {
	const { webhooks } = context.getWorkflowStaticData('node');
	return Array.isArray(webhooks) ? webhooks.filter(isStoredRecord) : [];
}

/**
 * Stores the records of the node. Only activating and deactivating do: n8n reads and writes these data
 * for every call, so that what one call stored, the next would overwrite.
 */
export function store(context: IHookFunctions, records: StoredRecord[]): void {
	const data: IDataObject = context.getWorkflowStaticData('node');
	data.webhooks = records.map(({ id, type, url, secret, account }) => ({
		id,
		type,
		url,
		secret,
		...(account === undefined ? {} : { account }),
	}));
}

function isStoredRecord(value: unknown): value is StoredRecord {
	if (typeof value !== 'object' || value === null) return false;
	const { id, type, url, secret } = value as Partial<Record<keyof StoredRecord, unknown>>;
	return [id, type, url, secret].every((text) => typeof text === 'string' && text !== '');
}
