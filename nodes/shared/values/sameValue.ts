import { comparable } from './comparable';
import { API_TIME_ZONE, toMoment } from './moment';
import { attempt } from './wrongValue';

/**
 * Whether the API shows what it was sent, in whatever way it writes it: moments with their zone, amounts
 * as text or number, texts with other spaces or in other case.
 * @param name Name of the field in the API.
 */
export function isSameValue(name: string, shown: unknown, sent: unknown): boolean {
	if (comparable(shown, name) === comparable(sent, name)) return true;
	if (name.endsWith('At')) return isSameMoment(shown, sent);
	return /^(amount|price)$/.test(name) && shown !== null && Number(shown) === Number(sent);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether two texts name the same moment: the API reads `YYYY-mm-dd HH:mm:ss` on Dutch clocks and writes
 * ISO with an offset. Where one of them is a day only, whether both are on that day in the Netherlands.
 * What is no moment at all is the same as nothing.
 */
export function isSameMoment(left: unknown, right: unknown): boolean {
	const [first, second] = [left, right].map(toDutchClock);
	if (first === undefined || second === undefined) return false;
	const isDay = [left, right].some((given) => typeof given === 'string' && DAY.test(given));
	return isDay ? first.slice(0, 10) === second.slice(0, 10) : first === second;
}

function toDutchClock(given: unknown): string | undefined {
	const moment = attempt(() => toMoment(given, API_TIME_ZONE));
	return 'value' in moment ? moment.value : undefined;
}
