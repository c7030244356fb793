import { toText } from './text';
import { quote, WrongValue } from './wrongValue';

/**
 * An image as data URL, the form in which the API takes signatures (docs/api-facts.md, Formats).
 * @throws WrongValue
 */
export function toImage(value: unknown): string {
	const image = toText(value);
	if (/^data:image\/[\w.+-]+;base64,\S/.test(image)) return image;
	throw new WrongValue(
		`is not an image as data URL: ${quote(value)}`,
		'Use text that begins with data:image/png;base64, followed by the image in base64.',
	);
}
