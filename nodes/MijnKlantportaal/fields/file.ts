import type { IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { AttachedFile } from '../transport/attachedFile';
import { isEmpty, quote, WrongValue } from '../values/wrongValue';
import type { Field } from './field';
import { noteWrongValue } from './send';

const INPUT_BINARY_FIELD = 'Input Binary Field';

/**
 * The file of the item that is uploaded.
 * @param apiName Name of the file's part in the API's multipart body.
 */
export function inputFile(apiName: string, { mustBePdf }: { mustBePdf: boolean }): Field {
	const deliver: PreSendAction = async function (requestOptions) {
		try {
			const file = findFile(this, mustBePdf);
			requestOptions.body = { ...(requestOptions.body as object), [apiName]: file };
		} catch (cause) {
			noteWrongValue(requestOptions, INPUT_BINARY_FIELD, cause);
		}
		return requestOptions;
	};
	return () => ({
		displayName: INPUT_BINARY_FIELD,
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field containing the file to be uploaded',
		description: `Name of the field of the input item that holds the ${mustBePdf ? 'PDF' : 'file'}`,
		routing: { send: { preSend: [deliver] } },
	});
}

/** The field that a downloaded file is put in. */
export const outputFile: Field = () => ({
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
	description: 'Name of the field of the output item that the file is put in',
});

function findFile(context: IExecuteSingleFunctions, mustBePdf: boolean): AttachedFile {
	const source = context.getNodeParameter('binaryPropertyName') as string;
	const present = Object.keys(context.getInputData().binary ?? {});
	const remedy =
		present.length > 0
			? `Use one of the item's binary fields: ${present.join(', ')}.`
			: 'The item has no file: connect a step that outputs one, such as HTTP Request or Read Files From Disk.';
	if (isEmpty(source)) throw new WrongValue('is empty', remedy);
	try {
		// Takes the name of a field or, as newer versions of n8n allow, the file itself.
		return new AttachedFile(
			context.helpers.assertBinaryData(source),
			source,
			INPUT_BINARY_FIELD,
			mustBePdf,
		);
	} catch {
		throw new WrongValue(`names no file of the item: ${quote(source)}`, remedy);
	}
}
