/**
 * The parts of a list: an array as an expression gives it, or text with commas between the parts.
 * Empty parts are left out.
 */
export function toList(value: unknown): unknown[] {
	const parts: unknown[] = Array.isArray(value)
		? value
		: typeof value === 'string'
			? value.split(',').map((part) => part.trim())
			: [value];
	return parts.filter((part) => part !== '');
}
