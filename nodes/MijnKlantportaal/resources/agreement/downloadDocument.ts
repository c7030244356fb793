import { portalObjects } from '../../../shared/objects/portalObjects';
import type { ReadOperation } from '../../execution/operation';
import { outputFile } from '../../fields/fileFields';
import { documentId, idInPath } from '../../fields/locators';

/** https://docs.developers.mijnklantportaal.nl/api-reference/agreements-api/download-agreement-document */
export const downloadDocument: ReadOperation = {
	name: 'Download Document',
	value: 'downloadDocument',
	action: 'Download agreement document',
	description: 'Download a document of an agreement into a binary field',
	method: 'GET',
	url: '/agreements/{agreementId}/documents/{documentId}/download',
	scope: 'agreements.read',
	output: 'file',
	fields: [idInPath(portalObjects.agreement), documentId, outputFile],
};
