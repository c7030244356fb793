import { sleep } from 'n8n-workflow';

/** Milliseconds on a clock that nobody sets back: for durations, not for dates. */
export function now(): number {
	return performance.now();
}

/** Resolves after that many milliseconds. */
export async function wait(milliseconds: number): Promise<void> {
	await sleep(milliseconds);
}
