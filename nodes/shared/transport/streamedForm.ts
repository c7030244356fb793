/** A file as a form holds it: its bytes are only read while it is sent. */
export interface FilePart {
	/** File name. */
	name: string;
	/** MIME type. */
	type: string;
	/** Bytes. */
	size: number;
	stream(): AsyncIterable<Uint8Array>;
}

/**
 * A multipart form whose files are streamed. It looks like the platform's FormData in all that n8n's HTTP
 * client reads of one (axios 1.x, `isSpecCompliantForm` and `formDataToStream`), which takes forms by
 * their looks. The platform's own holds Blobs, whose bytes stay in memory until long after a request: 500
 * files of 2 MB made a process grow by 500 MB and more.
 */
export class StreamedForm {
	readonly [Symbol.toStringTag] = 'FormData';

	private readonly parts: Array<[name: string, value: string | FilePart]> = [];

	append(name: string, value: string | FilePart): void {
		this.parts.push([name, value]);
	}

	entries(): IterableIterator<[name: string, value: string | FilePart]> {
		return this.parts.values();
	}

	[Symbol.iterator](): IterableIterator<[name: string, value: string | FilePart]> {
		return this.entries();
	}
}
