import { day } from './day';

/** The date of an invoice or an offer. */
export const issuedAt = day({
	name: 'issuedAt',
	displayName: 'Issued At',
	description: 'Date that stands on it. Also takes 31-12-2026 and expressions such as {{ $now }}.',
	required: true,
});
