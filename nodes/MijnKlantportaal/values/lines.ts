import { toAmount } from './amount';
import { toText } from './text';
import { toVatRate } from './vatRate';
import { isEmpty, quote, WrongValue } from './wrongValue';

/** A line of an invoice or an offer, as the API takes it. */
export interface Line {
	description: string;
	amountExclVat: string;
	vatRate: number;
}

const LINE_FIELDS = {
	description: { displayName: 'Description', read: toText },
	amountExclVat: { displayName: 'Amount Excl. VAT', read: toAmount },
	vatRate: { displayName: 'VAT Rate', read: toVatRate },
} as const;

const LINE_REMEDY =
	'Give each line a description, amountExclVat and vatRate, for example [{ "description": "Website", "amountExclVat": "12.95", "vatRate": 21 }].';

/**
 * The lines of an invoice or an offer.
 * @param value Array of objects, one object, or JSON text of either.
 * @throws WrongValue that names the line (from 1) and the field.
 */
export function toLines(value: unknown): Line[] {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	const lines: unknown[] = Array.isArray(parsed) ? parsed : isEmpty(parsed) ? [] : [parsed];
	if (lines.length === 0) throw new WrongValue('has no lines', LINE_REMEDY);
	return lines.map((line, index) => toLine(line, index + 1));
}

function parseJson(text: string): unknown {
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		throw new WrongValue(`is not valid JSON: ${quote(text)}`, LINE_REMEDY);
	}
}

function toLine(line: unknown, position: number): Line {
	if (typeof line !== 'object' || line === null || Array.isArray(line)) {
		throw new WrongValue(`has a line ${position} that is no object: ${quote(line)}`, LINE_REMEDY);
	}
	const unknownName = Object.keys(line).find((name) => !(name in LINE_FIELDS));
	if (unknownName !== undefined) {
		throw new WrongValue(
			`has an unknown field ${quote(unknownName)} in line ${position}`,
			LINE_REMEDY,
		);
	}
	const given: Partial<Record<keyof Line, unknown>> = line;
	return {
		description: readLineField('description', given.description, position),
		amountExclVat: readLineField('amountExclVat', given.amountExclVat, position),
		vatRate: readLineField('vatRate', given.vatRate, position),
	};
}

function readLineField<Name extends keyof Line>(
	name: Name,
	value: unknown,
	position: number,
): ReturnType<(typeof LINE_FIELDS)[Name]['read']> {
	const { displayName, read } = LINE_FIELDS[name];
	if (isEmpty(value)) {
		throw new WrongValue(`has no ${displayName} in line ${position}`, LINE_REMEDY);
	}
	try {
		return read(value) as ReturnType<(typeof LINE_FIELDS)[Name]['read']>;
	} catch (cause) {
		if (!(cause instanceof WrongValue)) throw cause;
		throw new WrongValue(
			`has a line ${position} whose ${displayName} ${cause.finding}`,
			cause.remedy,
		);
	}
}
