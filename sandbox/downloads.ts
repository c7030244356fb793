import { Router } from 'express';
import type { StoredFile } from './records';
import type { PortalState } from './state';
import { newSecret } from './values/identifiers';
import { atom } from './values/moments';

/** Makes an address under which a file can be fetched for a while, without a token. */
export function offerDownload(
	state: PortalState,
	file: StoredFile,
	publicUrl: string,
): { link: string; expiresAt: string } {
	const path = `/downloads/${newSecret(32)}`;
	// Rounded down, because the answer shows whole seconds.
	const expiresAt = Math.floor(Date.now() / 1000) * 1000 + state.downloadSeconds * 1000;
	state.downloads.push({ path, file, expiresAt });
	return { link: `${publicUrl}${path}`, expiresAt: atom(expiresAt) };
}

/** Serves the files behind those addresses. */
export function downloadRouter(state: PortalState): Router {
	const router = Router();
	router.get('/downloads/:name', (request, response) => {
		const download = state.downloads.find(
			({ path }) => path === `/downloads/${request.params.name}`,
		);
		if (request.headers.authorization !== undefined) {
			// A real store for files knows nothing of the API's tokens: one that arrives here has leaked.
			response.status(400).json({ message: 'A download takes no Authorization header.' });
		} else if (!download) {
			response.status(404).json({ message: 'There is no such download.' });
		} else if (download.expiresAt <= Date.now()) {
			response.status(410).json({ message: 'This download has expired.' });
		} else {
			const { file } = download;
			response.attachment(file.fileName).set('content-type', file.mimeType).send(file.bytes);
		}
	});
	return router;
}
