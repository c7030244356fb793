import { comparable } from './comparable';
import { isSameMoment } from './sameMoment';

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
