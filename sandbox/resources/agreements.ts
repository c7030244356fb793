import { createHash } from 'node:crypto';
import { offerDownload } from '../downloads';
import { invalid, notFound } from '../errors';
import type { Agreement } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import { created, listed, named, ok, type Operations } from './operation';

const documentsLimitBytes = 5 * 1024 * 1024;

const hash = (content: string | Buffer): string =>
	createHash('sha256').update(content).digest('base64');

/** The fields of an agreement in the list; the documentation shows the detailed object only. */
function showInList({ id, name, status, signerName, createdAt }: Agreement): object {
	return { id, name, status, signerName, createdAt };
}

function showAgreement(agreement: Agreement): object {
	return {
		...agreement,
		// Nobody has signed yet: the contract types the signature fields as text, so they are left out.
		documents: agreement.documents.map(({ id, fileHash, file }) => ({
			id,
			documentName: file.fileName,
			fileSize: file.bytes.length,
			fileHash,
		})),
	};
}

export const agreements: Operations = {
	'list-agreements': (request, context) =>
		listed(request, context, context.state.agreements, showInList),

	'create-agreement': (request, { state }) => {
		const body = request.body as {
			name: string;
			signerName: string;
			signerSignatureData: string;
			signers: Partial<Agreement['signers'][number]>[];
		};
		const files = request.files.filter(({ field }) => field === 'documents');
		if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > documentsLimitBytes) {
			throw invalid('The documents field must not be larger than 5 MB together.');
		}
		const createdAt = atom();
		const agreement: Agreement = {
			id: newIdentifier('agr'),
			name: body.name,
			status: 'sent',
			signerName: body.signerName,
			signerSignature: body.signerSignatureData,
			signerSignatureHash: hash(body.signerSignatureData + createdAt),
			signers: body.signers.map((signer) => ({
				id: newIdentifier('ags'),
				firstName: signer.firstName ?? '',
				lastName: signer.lastName ?? '',
				email: signer.email ?? '',
				shouldIdentify: signer.shouldIdentify ?? false,
			})),
			documents: files.map(({ fileName, mimeType, bytes }) => ({
				id: newIdentifier('agd'),
				fileHash: hash(bytes),
				file: { fileName, mimeType, bytes },
			})),
			createdAt,
		};
		state.agreements.push(agreement);
		return created(showAgreement(agreement));
	},

	'get-agreement': (request, { state }) =>
		ok(showAgreement(named(state.agreements, request, 'agreementId', 'agreement'))),

	'download-agreement-document': (request, { state, settings }) => {
		const agreement = named(state.agreements, request, 'agreementId', 'agreement');
		const document = agreement.documents.find(({ id }) => id === request.parameters['documentId']);
		if (!document) throw notFound('document');
		return ok(offerDownload(state, document.file, settings.publicUrl));
	},
};
