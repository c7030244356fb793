import multer from 'multer';
import type { Schema } from './document';
import { invalid } from '../errors';
import type { UploadedFile } from '../exchange';
import type { Settings } from '../options';

/** Reads multipart bodies; everything is kept in memory, as all of the portal. */
export const multipartParser = multer({
	storage: multer.memoryStorage(),
	defParamCharset: 'utf8',
	limits: { fileSize: 50_000_000, fieldSize: 10_000_000, files: 50, fieldArrayIndexLimit: 100 },
}).any();

/** The files of a request as the portal keeps them. */
export function uploadedFilesOf(files: Express.Multer.File[]): UploadedFile[] {
	return files.map((file) => ({
		field: file.fieldname,
		fileName: file.originalname,
		mimeType: file.mimetype,
		bytes: file.buffer,
	}));
}

/**
 * The text fields as plain objects and arrays. The parser leaves holes where indexes were
 * skipped and gives objects without prototype; empty texts count as not given, as in Laravel.
 */
export function plainFields(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.filter((item) => item !== undefined).map(plainFields);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value)
				.filter(([, item]) => item !== '')
				.map(([name, item]) => [name, plainFields(item)]),
		);
	}
	return value;
}

function coercedText(text: string, schema: Schema, booleans: Settings['booleans']): unknown {
	if (schema.type === 'boolean') {
		const [yes, no] = booleans === 'words' ? ['true', 'false'] : ['1', '0'];
		return text === yes ? true : text === no ? false : text;
	}
	if (schema.type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
	return text;
}

/** Multipart knows texts only: turns them into what the schema asks for, where they can be read so. */
function coerced(value: unknown, schema: Schema, booleans: Settings['booleans']): unknown {
	if (typeof value === 'string') return coercedText(value, schema, booleans);
	const { items, properties } = schema;
	if (Array.isArray(value) && items) return value.map((item) => coerced(item, items, booleans));
	if (typeof value === 'object' && value !== null && properties) {
		return Object.fromEntries(
			Object.entries(value).map(([name, item]) => [
				name,
				coerced(item, properties[name] ?? {}, booleans),
			]),
		);
	}
	return value;
}

/** `documents[0]` and `documents[]` are both part of the list `documents`. */
const listFieldName = /^([^[\]]+)\[\d*\]$/;

/**
 * Arranges a multipart body as the schema describes it. Files take part with an empty text as
 * their value, which is what the validator expects of a binary field; their field names lose
 * the brackets.
 */
export function arrangeMultipart(
	fields: Record<string, unknown>,
	files: UploadedFile[],
	schema: Schema,
	booleans: Settings['booleans'],
): { body: Record<string, unknown>; files: UploadedFile[] } {
	const body = coerced(fields, schema, booleans) as Record<string, unknown>;
	const arranged: UploadedFile[] = [];
	for (const [name, field] of Object.entries(schema.properties ?? {})) {
		const isFile = field.format === 'binary' || field.items?.format === 'binary';
		if (isFile && name in body) throw invalid(`The ${name} field must be a file.`);
		// The validator would read a JSON text here; PHP reads indexed fields only.
		if (field.type === 'array' && name in body && !Array.isArray(body[name])) {
			throw invalid(`The ${name} field must be an array.`);
		}
	}
	for (const file of files) {
		const listName = listFieldName.exec(file.field)?.[1];
		const name = listName ?? file.field;
		const field = schema.properties?.[name];
		if (field?.type === 'array') {
			if (!listName) throw invalid(`The ${name} field must be an array.`);
			body[name] = [...((body[name] as unknown[] | undefined) ?? []), ''];
		} else if (field && field.format !== 'binary') {
			throw invalid(`The ${name} field must be a string.`);
		} else {
			body[file.field] = '';
		}
		arranged.push({ ...file, field: field ? name : file.field });
	}
	return { body, files: arranged };
}
