import type { IDataObject } from 'n8n-workflow';
import { attachedFilesOf } from '../../../shared/transport/attachedFile';
import { WrongValue } from '../../../shared/values/wrongValue';

/** Documented as 5 MB for all documents together; read as the larger of its two meanings. */
const LARGEST_SIZE = 5 * 1024 * 1024;

/**
 * The documents have to be small enough together, as far as n8n knows their sizes.
 * @throws WrongValue
 */
export function checkDocuments(body: IDataObject): void {
	const size = attachedFilesOf({ documents: body.documents }).reduce(
		(sum, file) => sum + (file.size ?? 0),
		0,
	);
	if (size <= LARGEST_SIZE) return;
	throw new WrongValue(
		`name files of ${(size / 1024 / 1024).toFixed(1)} MB together, where the API takes at most 5 MB`,
		'Use smaller files, for example PDFs with compressed images.',
		'Input Binary Fields',
	);
}
