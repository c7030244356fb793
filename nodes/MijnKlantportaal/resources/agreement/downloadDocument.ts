import { outputFile } from '../../fields/file';
import { agreementId, documentId } from '../../fields/identifiers';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/download-agreement-document */
export const downloadDocument: Operation = {
	name: 'Download Document',
	value: 'downloadDocument',
	action: 'Download agreement document',
	description: 'Download a document of an agreement into a binary field',
	method: 'GET',
	url: '/agreements/{agreementId}/documents/{documentId}/download',
	scope: 'agreements.read',
	output: 'file',
	fields: [agreementId, documentId, outputFile],
};
