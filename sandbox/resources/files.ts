import { offerDownload } from '../downloads';
import { invalid, notFound } from '../errors';
import type { PortalFile } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import { chosen, created, named, ok, uploadedFile, type Operations } from './operation';

/** A file or directory as the API answers it. */
export function showFile({ id, type, name, file, fileShareId, createdAt }: PortalFile): object {
	const size = file?.bytes.length ?? null;
	return { id, type, name, size, mime: file?.mimeType ?? null, fileShareId, createdAt };
}

export const files: Operations = {
	'post-files': (request, { state }) => {
		// The page says which fields make a directory, but no copy of that part is known.
		if (request.files.length === 0 && Object.keys(request.body as object).length > 0) {
			throw invalid('The fields that create a directory are not documented.');
		}
		const file = uploadedFile(request, 'file');
		const directoryId = request.query['directory'] as string | undefined;
		if (directoryId !== undefined) {
			const directories = state.files.filter(({ type }) => type === 'directory');
			chosen(directories, 'directory', directoryId);
		}
		const stored: PortalFile = {
			id: newIdentifier('fsf'),
			type: 'file',
			name: file.fileName,
			directoryId: directoryId ?? null,
			fileShareId: null,
			createdAt: atom(),
			file,
		};
		state.files.push(stored);
		return created(showFile(stored));
	},

	'get-file': (request, { state }) =>
		ok(showFile(named(state.files, request, 'fileOrDirId', 'file or directory'))),

	'download-file': (request, { state, settings }) => {
		const { file } = named(state.files, request, 'fileId', 'file');
		// A directory cannot be downloaded.
		if (!file) throw notFound('file');
		return ok(offerDownload(state, file, settings.publicUrl));
	},
};
