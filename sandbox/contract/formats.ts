import { isAmount } from '../values/amounts';
import { isDay, isMoment, isMomentOrMinute } from '../values/moments';

/**
 * How text fields have to be written. The contract says this in descriptions only, so the
 * portal holds it here: what a format accepts, and what the answer to anything else says.
 */
export const formats: Record<string, { accepts: (text: string) => boolean; complaint: string }> = {
	day: { accepts: isDay, complaint: 'must match the format Y-m-d' },
	moment: { accepts: isMoment, complaint: 'must match the format Y-m-d H:i:s' },
	dayOrMoment: {
		accepts: (text) => isDay(text) || isMoment(text),
		complaint: 'must match the format Y-m-d H:i:s or Y-m-d',
	},
	minute: { accepts: isMomentOrMinute, complaint: 'must match the format Y-m-d H:i' },
	amount: { accepts: isAmount, complaint: 'must be a decimal amount such as 12.95' },
	mailbox: {
		accepts: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
		complaint: 'must be a valid email address',
	},
	webAddress: { accepts: isWebAddress, complaint: 'must be a valid URL' },
	country: {
		accepts: (text) => /^[A-Z]{2}$/.test(text),
		complaint: 'must be a two-letter ISO 3166 country code',
	},
};

function isWebAddress(text: string): boolean {
	return /^https?:\/\//.test(text) && URL.canParse(text);
}

const formatOfField: Record<string, string> = {
	issuedAt: 'day',
	dueAt: 'day',
	expiresAt: 'day',
	startDate: 'day',
	paidAt: 'moment',
	acceptedAt: 'moment',
	rejectedAt: 'moment',
	terminatedAt: 'moment',
	startsAt: 'minute',
	endsAt: 'minute',
	start_at: 'minute',
	amount: 'amount',
	amountExclVat: 'amount',
	price: 'amount',
	email: 'mailbox',
	primaryEmail: 'mailbox',
	attendeeEmail: 'mailbox',
	url: 'webAddress',
	countryCode: 'country',
};

/** The format of a request field, undefined for free text. */
export function formatOf(operationId: string, field: string): string | undefined {
	// Only here the documentation speaks of "date (and time)".
	if (operationId === 'mark-customer-invoice-paid' && field === 'paidAt') return 'dayOrMoment';
	return formatOfField[field];
}
