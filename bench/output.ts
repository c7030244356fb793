/** One line of a report, with a verdict where there is a target. */
export function line(name: string, value: string, target?: { text: string; isMet: boolean }): void {
	const verdict = target ? `target ${target.text}: ${target.isMet ? 'met' : 'missed'}` : '';
	console.log(`  ${name.padEnd(34)} ${value.padEnd(24)} ${verdict}`.trimEnd());
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
	const sorted = [...numbers].sort((left, right) => left - right);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** A number with one digit behind the point. */
export const rounded = (value: number, digits = 1): string => value.toFixed(digits);
