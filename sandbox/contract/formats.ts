import { isAmount } from '../values/amounts';
import { isDay, isMoment, isMomentOrMinute } from '../values/moments';
import type { Schema } from './document';

/** A way to write a text. */
interface Format {
	accepts: (text: string) => boolean;
	/** What the answer to anything else says. */
	complaint: string;
	/** How an example of the contract looks that is written so. It may name a day that does not exist. */
	example?: RegExp;
}

/**
 * How text fields have to be written. The contract tells it by the examples of a field, and by `format`
 * where they do not show it.
 */
export const formats: Record<string, Format> = {
	day: {
		accepts: isDay,
		complaint: 'must match the format Y-m-d',
		example: /^\d{4}-\d{2}-\d{2}$/,
	},
	moment: {
		accepts: isMoment,
		complaint: 'must match the format Y-m-d H:i:s',
		example: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/,
	},
	dayOrMoment: {
		accepts: (text) => isDay(text) || isMoment(text),
		complaint: 'must match the format Y-m-d H:i:s or Y-m-d',
	},
	minute: {
		accepts: isMomentOrMinute,
		complaint: 'must match the format Y-m-d H:i',
		example: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
	},
	amount: {
		accepts: isAmount,
		complaint: 'must be a decimal amount such as 12.95',
		example: /^-?\d+\.\d{2}$/,
	},
	mailbox: {
		accepts: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
		complaint: 'must be a valid email address',
		example: /^[^\s@]+@[^\s@]+$/,
	},
	webAddress: {
		accepts: isWebAddress,
		complaint: 'must be a valid URL',
		example: /^https?:\/\//,
	},
	country: {
		accepts: (text) => /^[A-Z]{2}$/.test(text),
		complaint: 'must be a two-letter ISO 3166 country code',
	},
};

function isWebAddress(text: string): boolean {
	return /^https?:\/\//.test(text) && URL.canParse(text);
}

/** The format of a text in a request, by its `format` or else by its examples; undefined for free text. */
export function formatOf({ format, examples }: Schema): string | undefined {
	if (format !== undefined) return format === 'binary' ? undefined : format;
	const shown = Array.isArray(examples) ? (examples as unknown[]) : [];
	if (shown.length === 0) return undefined;
	const [name] =
		Object.entries(formats).find(([, { example }]) =>
			shown.every((text) => typeof text === 'string' && example?.test(text)),
		) ?? [];
	return name;
}
