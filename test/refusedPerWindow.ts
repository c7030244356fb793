import type { RecordedRequest } from '../sandbox/portal';

/** Refused requests between each full number of windows that were carried out. */
export function refusedPerWindow(requests: RecordedRequest[], limit: number): number[] {
	const refused: number[] = [];
	let carriedOut = 0;
	for (const { status } of requests) {
		if (status !== 429) carriedOut++;
		else {
			const window = Math.floor((carriedOut - 1) / limit);
			refused[window] = (refused[window] ?? 0) + 1;
		}
	}
	return Array.from(refused, (count) => count ?? 0);
}
