/** How far the check is. */
export interface Progress {
	/** What is done now. */
	what: string;
	done: number;
	of: number;
	/** How long the part took so far, in milliseconds. */
	elapsed: number;
	/** How long the limit makes it wait from now on, in milliseconds. */
	waiting: number;
}

/** `list-customers: 3 of 36, about 40 seconds left` */
export function describeProgress({ what, done, of, elapsed, waiting }: Progress): string {
	const each = done === 0 ? 300 : elapsed / done;
	const seconds = Math.max(1, Math.ceil((each * (of - done) + waiting) / 1000));
	return `${what}: ${done + 1} of ${of}, about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`;
}

/** `waits 12 seconds for the rate limit` */
export function describeWait(milliseconds: number): string {
	return `waits ${Math.ceil(milliseconds / 1000)} seconds for the rate limit`;
}
