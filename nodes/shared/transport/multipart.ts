import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import {
	AttachedFile,
	attachedFilesOf,
	AttachedImage,
	toDataUrl,
	toFilePart,
} from './attachedFile';
import type { Channel } from './channel';
import { type Ending, statusOf } from './ending';
import type { ApiRequest } from './request';
import { StreamedForm } from './streamedForm';

/** Whether a body has to travel as multipart/form-data: it holds a file. */
export function isMultipart(body: IDataObject): boolean {
	return attachedFilesOf(body).length > 0;
}

/**
 * The parts of a multipart body, which knows no lists and objects: `signers[0][firstName]` and
 * `documents[]`. Inferred: that is what PHP reads, and the API's answers look like Laravel's; the
 * documentation shows nothing usable (docs/api-facts.md, Inferred).
 */
function partsOf(body: IDataObject): Array<[name: string, value: unknown]> {
	return (Object.entries(body) as Array<[string, unknown]>).flatMap(([name, value]) =>
		Array.isArray(value)
			? value.flatMap((element: unknown, index) => elementParts(name, element, index))
			: [[name, value]],
	);
}

function elementParts(
	name: string,
	element: unknown,
	index: number,
): Array<[name: string, value: unknown]> {
	const isObject = typeof element === 'object' && element !== null;
	if (!isObject || element instanceof AttachedFile) return [[`${name}[]`, element]];
	return Object.entries(element).map(([field, value]) => [`${name}[${index}][${field}]`, value]);
}

/**
 * Builds the multipart body. Opens the files, so it is only called when the request has its turn.
 * @param booleans How the API reads booleans: `true`/`false` as documented, or `1`/`0` as the API's
 * framework may demand in multipart bodies (docs/api-facts.md, Inferred).
 */
export async function toFormData(
	context: IExecuteSingleFunctions,
	body: IDataObject,
	booleans: Channel['multipartBooleans'],
): Promise<StreamedForm> {
	const form = new StreamedForm();
	for (const [name, value] of partsOf(body)) {
		if (value instanceof AttachedImage) {
			form.append(name, await toDataUrl(context, value));
		} else if (value instanceof AttachedFile) {
			form.append(name, await toFilePart(context, value));
		} else if (typeof value === 'boolean') {
			form.append(name, booleans === 'words' ? String(value) : value ? '1' : '0');
		} else {
			form.append(name, String(value));
		}
	}
	return form;
}

/**
 * Whether the API refused `true` and `false` in a multipart body: its framework names the field in such a
 * refusal, and carries nothing out.
 */
export function refusesBooleanWords({ body }: ApiRequest, ending: Ending): boolean {
	if (body === undefined || !isMultipart(body)) return false;
	if (ending.kind !== 'answered' || statusOf(ending) !== 422) return false;
	const sentence = ending.response.words?.sentence?.toLowerCase().replace(/[\s_]/g, '') ?? '';
	// Fields in lists are named in several ways: `signers[0][shouldIdentify]`, `signers.0.shouldIdentify`.
	return booleanFieldsOf(body).some((name) =>
		sentence.includes((name.split(/\W/).filter(Boolean).at(-1) ?? name).toLowerCase()),
	);
}

/** Names of the body's fields that are true or false: `signers[0][shouldIdentify]` inside of a list. */
function booleanFieldsOf(body: IDataObject): string[] {
	return partsOf(body).flatMap(([name, value]) => (typeof value === 'boolean' ? [name] : []));
}
