import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { AttachedFile, toFilePart } from './attachedFile';

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
