import { visibleText } from './visibleText';
import { quote, WrongValue } from './wrongValue';

/**
 * One of the values that the API knows; expressions may hand over others.
 * @throws WrongValue that names the values.
 */
export function toChoice(value: unknown, choices: readonly string[]): string {
	const text = typeof value === 'string' ? visibleText(value) : value;
	const choice = choices.find((candidate) => candidate === text);
	if (choice !== undefined) return choice;
	throw new WrongValue(
		`is not one of the possible values: ${quote(value)}`,
		`Use ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
	);
}
