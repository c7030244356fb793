import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';
import { AttachedFile, AttachedImage } from '../../shared/transport/attachedFile';
import { toImage } from '../../shared/values/image';
import { toList } from '../../shared/values/list';
import { toText } from '../../shared/values/text';
import { quote, WrongValue } from '../../shared/values/wrongValue';
import type { Field } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

const INPUT_BINARY_FIELD = 'Input Binary Field';
const INPUT_BINARY_FIELDS = 'Input Binary Fields';

interface InputFile {
	mustBePdf: boolean;
	/** What the file is, and who sees it where: "the PDF that the customer opens in the portal". */
	content: string;
}

/**
 * The file of the item that is uploaded.
 * @param apiName Name of the file's part in the API's multipart body.
 */
export function inputFile(apiName: string, { mustBePdf, content }: InputFile): Field {
	return buildField(
		{
			name: 'binaryPropertyName',
			displayName: INPUT_BINARY_FIELD,
			description: `Name of the field of the input item that holds the ${mustBePdf ? 'PDF' : 'file'}`,
			placeholder: 'e.g. data',
			required: true,
			apiName,
		},
		{
			type: 'string',
			default: 'data',
			hint: `The name of the input binary field containing ${content}`,
		},
		(value, context) => findFile(context, value, INPUT_BINARY_FIELD, mustBePdf),
	);
}

/**
 * The files of the item that are uploaded together.
 * @param apiName Name of the files' part in the API's multipart body.
 * @param most How many the API takes.
 * @param content What the files are, and who sees them where.
 */
export function inputFiles(apiName: string, most: number, content: string): Field {
	return buildField(
		{
			name: 'binaryPropertyNames',
			displayName: INPUT_BINARY_FIELDS,
			description: `Names of the fields of the input item that hold the files, separated by commas, such as data, data2. At most ${most}.`,
			placeholder: 'e.g. data, data2',
			required: true,
			apiName,
		},
		{
			type: 'string',
			default: 'data',
			hint: `The names of the input binary fields containing ${content}`,
		},
		(value, context) => {
			const named = toList(value);
			const sources = named.length > 0 ? [...new Set(named)] : [value];
			if (sources.length > most) {
				throw new WrongValue(`names ${sources.length} files`, `Name at most ${most}.`);
			}
			return sources.map((source) => findFile(context, source, INPUT_BINARY_FIELDS, false));
		},
	);
}

/**
 * An image of the item, by the name of its binary field; or, as an expression may give it, as data URL.
 * Nobody can type or paste an image.
 */
export function inputImage(options: FieldOptions): Field {
	return buildField(
		options,
		{
			type: 'string',
			default: '',
			hint: 'The name of the input binary field containing an image of it, PNG or JPEG',
		},
		(value, context) => {
			if (typeof value === 'string' && /^\s*data:/.test(value)) return toImage(value);
			const { binary, source } = findFile(context, value, options.displayName, false);
			if (binary.mimeType.startsWith('image/')) {
				return new AttachedImage(binary, source, options.displayName, false);
			}
			throw new WrongValue(
				`names a file that is no image: ${quote(binary.fileName ?? source)} (${binary.mimeType})`,
				'Use a binary field that holds a PNG or JPEG.',
			);
		},
	);
}

/** The field that a downloaded file is put in. */
export const outputFile = buildField(
	{
		name: 'binaryPropertyName',
		displayName: 'Put Output File in Field',
		description: 'Name of the field of the output item that the file is put in',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		required: true,
		place: 'filter',
	},
	{ type: 'string', default: 'data' },
	toText,
);

function findFile(
	context: IExecuteSingleFunctions,
	given: unknown,
	displayName: string,
	mustBePdf: boolean,
): AttachedFile {
	// The name of a field or, as newer versions of n8n allow, the file itself.
	const source = given as string;
	const present = Object.keys(context.getInputData().binary ?? {});
	const remedy =
		present.length > 0
			? `Use one of the item's binary fields: ${present.join(', ')}.`
			: 'The item has no file: connect a step that outputs one, such as HTTP Request or Read Files From Disk.';
	const binary = binaryOf(context, source);
	if (binary !== undefined) return new AttachedFile(binary, source, displayName, mustBePdf);
	throw new WrongValue(`names no file of the item: ${quote(source)}`, remedy);
}

function binaryOf(context: IExecuteSingleFunctions, source: string): IBinaryData | undefined {
	try {
		return context.helpers.assertBinaryData(source);
	} catch {
		return undefined;
	}
}
