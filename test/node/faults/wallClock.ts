import { sep } from 'node:path';

/** In milliseconds, one after the other: an hour ahead, right, an hour behind, right. */
const OFFSETS = [3_600_000, 0, -3_600_000, 0];

/** How long each of them stays, in real milliseconds. */
const SET_EVERY = 7;

/**
 * Sets the clock on the wall of the node back and forth all the time. The portal stands on another machine,
 * whose clock nobody sets.
 * @returns What ends it.
 */
export function setWallClock(): () => void {
	const timeOfDay = Date.now.bind(Date);
	let index = 0;
	const timer = setInterval(() => index++, SET_EVERY);
	Date.now = () => {
		const offset = OFFSETS[index % OFFSETS.length] ?? 0;
		return timeOfDay() + (callerFile().includes(`${sep}nodes${sep}`) ? offset : 0);
	};
	return () => {
		clearInterval(timer);
		Date.now = timeOfDay;
	};
}

/** The file of whoever called the caller of this function. */
function callerFile(): string {
	const { prepareStackTrace } = Error;
	Error.prepareStackTrace = (_error, sites) => sites[2]?.getFileName() ?? '';
	const { stack = '' } = new Error();
	Error.prepareStackTrace = prepareStackTrace;
	return stack;
}
