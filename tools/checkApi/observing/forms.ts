/**
 * The form of a value without the value: what a report may hold of it.
 * - Identifiers: `cst_[a-z0-9]{16}`; the prefix stays only where the documentation knows it.
 * - Moments and days: `2024-04-29T21:00:00+02:00` → `YYYY-mm-ddTHH:MM:SS+02:00`.
 */

/** `text`, `whole number`, `decimal number`, `true or false`, `list`, `object`, `null`, `nothing` */
export function typeOf(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'list';
	switch (typeof value) {
		case 'string':
			return 'text';
		case 'number':
			return Number.isInteger(value) ? 'whole number' : 'decimal number';
		case 'boolean':
			return 'true or false';
		default:
			return 'object';
	}
}

/**
 * The mask of an identifier.
 * @param prefixes Documented prefixes, with their underscore; any other beginning is masked as well.
 */
export function maskOf(value: unknown, prefixes: readonly string[]): string {
	if (typeof value !== 'string') return typeOf(value);
	if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return 'UUID';
	const prefix = prefixes.find((candidate) => value.startsWith(candidate)) ?? '';
	const rest = value.slice(prefix.length);
	return `${prefix}${characterClass(rest)}{${rest.length}}`;
}

function characterClass(text: string): string {
	const classes = [
		['a-z', /[a-z]/],
		['A-Z', /[A-Z]/],
		['0-9', /[0-9]/],
		['_', /_/],
		['-', /-/],
	] as const;
	const known = classes.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
	return `[${known.join('')}${/[^\w-]/.test(text) ? ' and others' : ''}]`;
}

/** The form of an amount: `text, 2 decimals` or `number`. */
export function amountForm(value: unknown): string {
	if (typeof value === 'number') return 'number';
	if (typeof value !== 'string') return typeOf(value);
	const match = /^-?\d+(?:\.(\d+))?$/.exec(value);
	if (!match) return 'text that is no plain decimal';
	return `text, ${match[1]?.length ?? 0} decimals`;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}([T ])\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/** The form of a moment or day, its offset kept; undefined for anything else. */
export function momentForm(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'YYYY-mm-dd';
	const match = MOMENT.exec(value);
	if (!match) return undefined;
	const [, separator, seconds, fraction, offset = ''] = match;
	return `YYYY-mm-dd${separator}HH:MM${seconds ? ':SS' : ''}${fraction ? '.sss' : ''}${offset}`;
}

/** Whether the offset that a moment carries is that of the Netherlands at that instant. */
export function isDutchOffset(value: string): boolean | undefined {
	const offset = /([+-])(\d{2}):?(\d{2})$/.exec(value);
	const instant = Date.parse(value);
	if (!momentForm(value)?.includes(':') || Number.isNaN(instant)) return undefined;
	const minutes = offset
		? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
		: 0;
	return minutes === dutchOffsetMinutes(instant);
}

function dutchOffsetMinutes(instant: number): number {
	const name = new Intl.DateTimeFormat('en', {
		timeZone: 'Europe/Amsterdam',
		timeZoneName: 'longOffset',
	})
		.formatToParts(instant)
		.find(({ type }) => type === 'timeZoneName')?.value;
	const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '');
	return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : 0;
}

/**
 * A name of a field as a report may hold it. Fields may be named by data (`{ "cst_abc": … }`): such
 * names are left out.
 */
export function safeName(name: string): string {
	return /^[A-Za-z_$][A-Za-z_-]{0,39}\d{0,2}$/.test(name) && !/^[a-z]{3}_/.test(name)
		? name
		: '(a name that may be data)';
}
