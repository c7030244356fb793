import type { IBinaryData, IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import { quote, WrongValue } from '../values/wrongValue';
import { Failure } from './failure';
import type { FilePart } from './streamedForm';

/**
 * A file of the item that travels in a request. Only named here: its bytes are read when the request
 * has its place, so that a run over many items never holds more than a few files.
 */
export class AttachedFile {
	/**
	 * @param binary What n8n knows of the file.
	 * @param source What n8n's binary helpers take: the name of the binary field.
	 * @param displayName The parameter that named the file, as the canvas shows it.
	 * @param mustBePdf Whether anything but a PDF is refused before sending.
	 */
	constructor(
		readonly binary: IBinaryData,
		readonly source: string,
		readonly displayName: string,
		readonly mustBePdf: boolean,
	) {}

	/** File name with extension; the API takes a part without file name for text. */
	get fileName(): string {
		const { fileName, fileExtension } = this.binary;
		const given = typeof fileName === 'string' ? withoutControls(fileName) : '';
		if (given !== '') return given;
		// n8n also takes the file itself in place of the name of its field.
		const field = typeof this.source === 'string' ? this.source : 'file';
		return `${field.replace(/[^\w-]+/g, '-')}.${fileExtension ?? (this.mustBePdf ? 'pdf' : 'bin')}`;
	}

	get mimeType(): string {
		if (this.mustBePdf) return 'application/pdf';
		// It becomes a line of the form, and what does not look like one could become several.
		const { mimeType } = this.binary;
		return MIME_TYPE.test(mimeType) ? mimeType : 'application/octet-stream';
	}

	/** Bytes; undefined where n8n does not know without reading (before n8n 2). */
	get size(): number | undefined {
		const { bytes, data, id } = this.binary;
		return bytes ?? (id ? undefined : Buffer.byteLength(data, 'base64'));
	}

	/** For messages. */
	toString(): string {
		return this.fileName;
	}
}

/** `text/plain`, `text/plain; charset=utf-8` */
const MIME_TYPE = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(; ?[\w-]{1,40}=[\w.+-]{1,100})?$/;

function withoutControls(text: string): string {
	return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** The files of a body, single ones and those in lists. */
export function attachedFilesOf(body: IDataObject): AttachedFile[] {
	return (Object.values(body) as unknown[])
		.flat()
		.filter((value): value is AttachedFile => value instanceof AttachedFile);
}

const MAKE_AGAIN =
	'Run the workflow again from the step that makes the file; n8n removes files of old executions.';

/** Every PDF begins with these bytes. */
export const PDF_SIGNATURE = '%PDF-';

/**
 * Looks at the first bytes of a file, so that one that is gone or of another kind is refused before
 * sending; the rest is not read.
 * @throws WrongValue for a file that n8n no longer holds; where it has to be a PDF, for an empty one or one
 * of another kind.
 */
export async function checkFile(
	context: IExecuteSingleFunctions,
	file: AttachedFile,
): Promise<void> {
	const start = await readStart(context, file.binary).catch(() => undefined);
	if (start === undefined) {
		throw new WrongValue(
			`names a file that n8n does not hold any more: ${quote(file.fileName)}`,
			MAKE_AGAIN,
		);
	}
	if (!file.mustBePdf) return;
	if (start.length === 0) {
		throw new WrongValue(
			`holds an empty file: ${quote(file.fileName)}`,
			'Check the step that makes the file.',
		);
	}
	if (start.subarray(0, PDF_SIGNATURE.length).toString('latin1') !== PDF_SIGNATURE) {
		throw new WrongValue(
			`holds a file that is not a PDF: ${quote(file.fileName)} (${file.binary.mimeType}), whose content does not begin with ${PDF_SIGNATURE}`,
			'Use a step that outputs a PDF, and check that it did not save an HTML or text answer under that name.',
		);
	}
}

/** The first bytes of a file; the rest is not read. */
export async function readStart(
	context: IExecuteSingleFunctions,
	binary: IBinaryData,
): Promise<Buffer> {
	if (!binary.id) return Buffer.from(binary.data.slice(0, 64), 'base64');
	const stream = await context.helpers.getBinaryStream(binary.id, 1024);
	try {
		for await (const chunk of stream) {
			return Buffer.from(chunk);
		}
		return Buffer.alloc(0);
	} finally {
		stream.destroy();
	}
}

/** How long a file is, in bytes. */
export async function sizeOf(
	{ helpers }: IExecuteSingleFunctions,
	{ id, data }: IBinaryData,
): Promise<number> {
	if (id === undefined) return Buffer.from(data, 'base64').length;
	return (await helpers.getBinaryMetadata(id)).fileSize;
}

/** The file as a part of a form. What n8n keeps outside of its memory is read while it is sent. */
export async function toFilePart(
	{ helpers }: IExecuteSingleFunctions,
	{ fileName: name, mimeType: type, binary }: AttachedFile,
): Promise<FilePart> {
	const { id, data } = binary;
	if (id === undefined) {
		const bytes = Buffer.from(data, 'base64');
		return { name, type, size: bytes.length, stream: () => only(bytes) };
	}
	const { fileSize: size } = await helpers.getBinaryMetadata(id).catch(() => {
		throw fileGone();
	});
	const open = async () => await helpers.getBinaryStream(id);
	return { name, type, size, stream: () => chunksOf(open) };
}

/** Why a request has not been sent whose file went while it waited. */
export function fileGone(): Failure {
	return new Failure(
		'n8n does not hold the file of this item any more, so the request was not sent in full',
		MAKE_AGAIN,
	);
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
	yield bytes;
}

async function* chunksOf(open: () => Promise<AsyncIterable<Buffer>>): AsyncGenerator<Buffer> {
	yield* await open();
}

/** An image of the item that the API takes as text, as data URL; read when the request has its place. */
export class AttachedImage extends AttachedFile {}

/** The image as the API takes it: `data:image/png;base64,…`. */
export async function toDataUrl(
	context: IExecuteSingleFunctions,
	image: AttachedImage,
): Promise<string> {
	const part = await toFilePart(context, image);
	const chunks: Uint8Array[] = [];
	for await (const chunk of part.stream()) chunks.push(chunk);
	return `data:${part.type};base64,${Buffer.concat(chunks).toString('base64')}`;
}
