import { toEmail } from '../../shared/values/email';
import { toText } from '../../shared/values/text';
import { type Delivery, type Field, fieldOf, type FieldTexts } from '../execution/field';

/** What can be special about a text parameter. */
interface TextTexts extends FieldTexts {
	rows?: number;
	/** Reads texts of a fixed form; any text by default. */
	read?: Delivery['read'];
}

/** A text parameter. */
export function text(texts: TextTexts): Field {
	return fieldOf(
		texts,
		{
			type: 'string',
			default: '',
			...(texts.rows === undefined ? {} : { typeOptions: { rows: texts.rows } }),
		},
		texts.read ?? toText,
	);
}

/** An e-mail address. */
export function email(texts: FieldTexts): Field {
	return text({ placeholder: 'e.g. name@email.com', ...texts, read: toEmail });
}
