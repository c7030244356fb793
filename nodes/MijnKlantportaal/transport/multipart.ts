import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { AttachedFile, readFile } from './attachedFile';
import type { Channel } from './connection';

/** Whether a body has to travel as multipart/form-data: it holds a file. */
export function isMultipart(body: IDataObject): boolean {
	return Object.values(body).some((value: unknown) => value instanceof AttachedFile);
}

/** Names of the body's fields that are true or false. */
export function booleanFieldsOf(body: IDataObject): string[] {
	return Object.keys(body).filter((name) => typeof body[name] === 'boolean');
}

/**
 * Builds the multipart body. Reads the files, so it is only called when the request has its turn.
 * @param booleans How the API reads booleans: `true`/`false` as documented, or `1`/`0` as the API's
 * framework may demand in multipart bodies (inferred; see the design of booleans in multipart).
 */
export async function toFormData(
	context: IExecuteSingleFunctions,
	body: IDataObject,
	booleans: Channel['multipartBooleans'],
): Promise<FormData> {
	const form = new FormData();
	for (const [name, value] of Object.entries(body) as Array<[string, unknown]>) {
		if (value instanceof AttachedFile) {
			const bytes = await readFile(context, value);
			form.append(name, new Blob([bytes], { type: value.mimeType }), value.fileName);
		} else if (typeof value === 'boolean') {
			form.append(name, booleans === 'words' ? String(value) : value ? '1' : '0');
		} else {
			form.append(name, String(value));
		}
	}
	return form;
}
