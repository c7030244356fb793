import { toEmail } from '../../shared/values/email';
import { toText } from '../../shared/values/text';
import type { Field, Mapping } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

/** What can be special about a text parameter. */
interface TextOptions extends FieldOptions {
	rows?: number;
	/** Reads texts of a fixed form; any text by default. */
	read?: Mapping['read'];
}

/** A text parameter. */
export function text({ rows, read = toText, ...options }: TextOptions): Field {
	const typeOptions = rows === undefined ? {} : { typeOptions: { rows } };
	return buildField(options, { type: 'string', default: '', ...typeOptions }, read);
}

/** An e-mail address. */
export function email(options: FieldOptions): Field {
	return text({ placeholder: 'e.g. name@email.com', ...options, read: toEmail });
}

/** What a person recognises an object by. */
export const name = text({
	name: 'name',
	displayName: 'Name',
	description: 'Name to recognise it by in the portal',
	required: true,
});

/** What a person has to know of a subscription package or a punch card. */
export const description = text({
	name: 'description',
	displayName: 'Description',
	description: 'More about it, for the customer to read',
	placeholder: 'e.g. 1 GB and 300 minutes a month',
	rows: 3,
});

/** What the portal needs to know of a company, without its e-mail address. */
export const company: Field[] = [
	text({
		name: 'companyName',
		displayName: 'Company Name',
		description: 'Name of the company, or of the person',
		placeholder: 'e.g. Test Company BV',
		required: true,
	}),
	text({
		name: 'address',
		displayName: 'Address',
		description: 'Street and house number',
		placeholder: 'e.g. Teststreet 123',
		required: true,
	}),
	text({
		name: 'zipCode',
		displayName: 'Zip Code',
		description: 'Postal code (postcode), such as 1234AB',
		placeholder: 'e.g. 1234AB',
		required: true,
	}),
	text({
		name: 'city',
		displayName: 'City',
		description: 'City (plaats)',
		placeholder: 'e.g. Amsterdam',
		required: true,
	}),
];
