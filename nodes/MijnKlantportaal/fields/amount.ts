import { toAmount } from '../values/amount';
import { type Field, type FieldTexts, propertyOf } from './field';
import { sendAs } from './send';

/**
 * An amount in euros. A text parameter and not a number: n8n's number input has no notion of cents,
 * and "12,95" is what a Dutch spreadsheet hands over.
 */
export function amount(texts: FieldTexts): Field {
	return (parent) => ({
		...propertyOf({ placeholder: 'e.g. 12.95', ...texts }),
		type: 'string',
		default: '',
		routing: { send: sendAs({ ...texts, read: toAmount }, parent) },
	});
}
