import { toFlag } from './flag';
import { type Row, type RowKind, toRows } from './rows';
import { toText } from './text';
import { toWholeNumber } from './wholeNumber';

type RequestedFileField = 'name' | 'description' | 'required' | 'maxFileSize';

/**
 * The files that a file request asks for. Which fields are required is not documented (contract:
 * create-file-request, x-missing): a name is asked for, because nobody knows what to upload without
 * (inferred).
 */
const REQUESTED_FILES: RowKind<RequestedFileField> = {
	noun: 'requested file',
	plural: 'requested files',
	columns: {
		name: { displayName: 'Name', required: true, read: toText },
		description: { displayName: 'Description', read: toText },
		required: { displayName: 'Required', read: toFlag },
		maxFileSize: { displayName: 'Max File Size', read: toWholeNumber },
	},
	remedy: 'Add a requested file with a name.',
	// Documented (guide, Files and download addresses).
	most: 10,
};

/**
 * The files that a file request asks for.
 * @param value Array of objects, or one.
 * @throws WrongValue that names the requested file (from 1) and the field.
 */
export function toRequestedFiles(value: unknown): Row<RequestedFileField>[] {
	return toRows(value, REQUESTED_FILES);
}
