import { toEmail } from '../values/email';
import { toText } from '../values/text';
import type { KeyField } from './portalObject';

/** What spreadsheets, shops and mail hold of somebody. */
export function emailOf(field: string): KeyField {
	return {
		mode: 'email',
		displayName: 'By Email',
		noun: 'e-mail address',
		field,
		placeholder: 'e.g. name@email.com',
		read: toEmail,
		isUnmistakable: (value) => value.includes('@'),
	};
}

/** The name of a company, or of a person. */
export const companyName: KeyField = {
	mode: 'companyName',
	displayName: 'By Company Name',
	noun: 'company name',
	field: 'companyName',
	placeholder: 'e.g. Test Company BV',
	read: toText,
};

/** What a connected bookkeeping calls a customer. */
export const bookkeepingId: KeyField = {
	mode: 'integrationId',
	displayName: 'By Bookkeeping ID',
	noun: 'bookkeeping ID',
	field: 'integrationId',
	placeholder: 'e.g. 10042',
	read: toText,
};

/** The number that stands on an invoice or an offer. */
export function numberOf(field: string): KeyField {
	return {
		mode: 'number',
		displayName: 'By Number',
		noun: 'number',
		field,
		placeholder: 'e.g. 2026-001',
		read: toText,
	};
}

/** The name that somebody gave it in the portal. */
export const nameKey: KeyField = {
	mode: 'name',
	displayName: 'By Name',
	noun: 'name',
	field: 'name',
	placeholder: 'e.g. Website maintenance',
	read: toText,
};
