import { quote, WrongValue } from './wrongValue';

const FLAGS = new Map<unknown, boolean>([
	[true, true],
	[false, false],
	['true', true],
	['false', false],
	[1, true],
	[0, false],
	['1', true],
	['0', false],
]);

/**
 * Yes or no; expressions may hand it over as text or number.
 * @throws WrongValue
 */
export function toFlag(value: unknown): boolean {
	const flag = FLAGS.get(typeof value === 'string' ? value.trim().toLowerCase() : value);
	if (flag === undefined) {
		throw new WrongValue(`is neither true nor false: ${quote(value)}`, 'Use true or false.');
	}
	return flag;
}
