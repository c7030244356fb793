/**
 * Fails with the sentences themselves: a comparison of lists would print them as a difference, and cut off
 * what is long.
 * @throws Error when there is a problem
 */
export function expectNone(problems: string[]): void {
	if (problems.length > 0) throw new Error(problems.join('\n'));
}
