import type { HostileText } from './hostileTexts';
import type { Judgement } from './subject';

/**
 * As much work as a processor does in about 50 milliseconds, which is what the worst text may take. What is
 * compared are two amounts of work on the same machine, so that a slow or busy one changes nothing.
 */
function yardstick(): void {
	const text = 'x'.repeat(100_000);
	let sum = 0;
	for (let round = 0; round < 500; round += 1) {
		for (let index = 0; index < text.length; index += 1) sum += text.charCodeAt(index);
	}
	if (sum === 0) throw new Error('Nothing was read.');
}

/**
 * Milliseconds of processor time. Not those of a clock on the wall, which go on while other work has the
 * processor.
 */
function measure(work: () => void): number {
	const start = process.cpuUsage();
	work();
	return process.cpuUsage(start).user / 1000;
}

/** Whether the work is more than the yardstick is: three times in a row, as other work disturbs once. */
export function isTooMuch(work: () => void): boolean {
	return [1, 2, 3].every(() => measure(work) > measure(yardstick));
}

/** What takes this long is looked at closely. */
const SUSPICIOUS = 10;

/** Gives the worst texts to what reads them. */
export function tryOut(read: (text: string) => void, texts: readonly HostileText[]): Judgement {
	const judgement: Judgement = { problems: [], worst: { text: '', milliseconds: 0 } };
	for (const { text, description } of texts) {
		const tryOnce = (): number => measure(() => read(text));
		let milliseconds = tryOnce();
		if (milliseconds > judgement.worst.milliseconds) {
			// The first time, the program is still being compiled.
			milliseconds = Math.min(milliseconds, tryOnce(), tryOnce());
		}
		if (milliseconds > judgement.worst.milliseconds) {
			judgement.worst = { text: description, milliseconds };
		}
		if (milliseconds > SUSPICIOUS && isTooMuch(() => read(text))) {
			judgement.problems.push(`takes ${Math.round(milliseconds)} ms for ${description}`);
			break;
		}
	}
	return judgement;
}
