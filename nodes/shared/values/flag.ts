import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/** As expressions, databases and spreadsheets write it, in English and Dutch (Excel says WAAR). */
const FLAGS = new Map<unknown, boolean>([
	...[true, 1, 'true', '1', 'yes', 'y', 'ja', 'j', 'waar', 'on', 't'].map(meaning(true)),
	...[false, 0, 'false', '0', 'no', 'n', 'nee', 'onwaar', 'off', 'f'].map(meaning(false)),
]);

function meaning(flag: boolean) {
	return (form: unknown): [unknown, boolean] => [form, flag];
}

/**
 * Yes or no; expressions may hand it over as text or number.
 * @throws WrongValue
 */
export function toFlag(value: unknown): boolean {
	const flag = FLAGS.get(typeof value === 'string' ? visibleText(value).toLowerCase() : value);
	if (flag !== undefined) return flag;
	throw new WrongValue(`is neither true nor false: ${quote(value)}`, 'Use true or false.');
}
