import { toEmail } from './email';
import { toFlag } from './flag';
import { type Row, type RowKind, toRows } from './rows';
import { toText } from './text';

type SignerField = 'firstName' | 'lastName' | 'email' | 'shouldIdentify';

/**
 * Who has to sign an agreement. The documentation does not show which fields are required (contract:
 * create-agreement, x-missing): the names and the address are asked for, because nobody can be invited
 * without (inferred).
 */
const SIGNERS: RowKind<SignerField> = {
	noun: 'signer',
	plural: 'signers',
	columns: {
		firstName: { displayName: 'First Name', required: true, read: toText },
		lastName: { displayName: 'Last Name', required: true, read: toText },
		email: { displayName: 'Email', required: true, read: toEmail },
		shouldIdentify: { displayName: 'Should Identify', read: toFlag },
	},
	remedy: 'Add a signer with first name, last name and e-mail address.',
	// Documented (guide, Files and download addresses).
	most: 5,
};

/**
 * The signers of an agreement.
 * @param value Array of objects, or one.
 * @throws WrongValue that names the signer (from 1) and the field.
 */
export function toSigners(value: unknown): Row<SignerField>[] {
	return toRows(value, SIGNERS);
}
