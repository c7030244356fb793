import { Readable } from 'stream';
import type { IBinaryData } from 'n8n-workflow';
import {
	AttachedFile,
	attachedFilesOf,
	checkFile,
	readStart,
	sizeOf,
	toFilePart,
} from '../../../nodes/shared/transport/attachedFile';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const binaryOf = (own: Partial<IBinaryData>): IBinaryData => ({
	data: base64('%PDF-1'),
	mimeType: 'application/pdf',
	...own,
});
const fileOf = (own: Partial<IBinaryData>, source: unknown = 'data', mustBePdf = true) =>
	new AttachedFile(binaryOf(own), source as string, 'File', mustBePdf);

/** n8n with a file that it keeps outside of its memory. */
const keeping = (chunks: string[] | Error) => {
	const opened: Array<[string, number | undefined]> = [];
	const destroyed = jest.fn();
	const helpers = {
		getBinaryStream: async (id: string, chunkSize?: number) => {
			opened.push([id, chunkSize]);
			if (chunks instanceof Error) throw chunks;
			const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
			stream.on('close', destroyed);
			return await Promise.resolve(stream);
		},
		getBinaryMetadata: async () => await Promise.resolve({ fileSize: 77 }),
	};
	return { context: { helpers } as never, opened, destroyed };
};

it.each([
	[{ fileName: 'a.pdf' }, 'data', true, 'a.pdf'],
	[{ fileName: ' a\r\n\u0000b.pdf\t' }, 'data', true, 'a b.pdf'],
	[{ fileName: '' }, 'data', true, 'data.pdf'],
	[{ fileName: '\n' }, 'data', true, 'data.pdf'],
	[{}, 'my field!?x', true, 'my-field-x.pdf'],
	[{}, 'data', false, 'data.bin'],
	[{ fileExtension: 'png' }, 'data', false, 'data.png'],
	[{ fileExtension: 'png' }, 'data', true, 'data.png'],
	[{ fileName: 7 }, { data: 'x' }, true, 'file.pdf'],
])('of %j from %j the name is %4$s', (own, source, mustBePdf, name) => {
	const file = fileOf(own as never, source, mustBePdf);
	expect(file.fileName).toBe(name);
	expect(String(file)).toBe(name);
});

it.each([
	['image/png', 'image/png'],
	['text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
	['text/plain;charset=utf-8', 'text/plain;charset=utf-8'],
	['text/plain\r\nX: y', 'application/octet-stream'],
	['x text/plain', 'application/octet-stream'],
	['text', 'application/octet-stream'],
	['', 'application/octet-stream'],
	['text/plain; charset', 'application/octet-stream'],
])('the type %j is sent as %j', (mimeType, expected) => {
	expect(fileOf({ mimeType }, 'data', false).mimeType).toBe(expected);
	expect(fileOf({ mimeType }).mimeType).toBe('application/pdf');
});

it('knows how long a file is, where that can be known without reading', () => {
	expect(fileOf({ bytes: 12 }).size).toBe(12);
	expect(fileOf({ data: base64('abc') }).size).toBe(3);
	expect(fileOf({ id: 'filesystem:1' }).size).toBeUndefined();
});

it('finds the files in a body, also in lists', () => {
	const [one, other] = [fileOf({}), fileOf({})];
	expect(attachedFilesOf({ one, list: ['x', other], text: 'x', object: { one } } as never)).toEqual(
		[one, other],
	);
});

describe('the check of a file', () => {
	const check = async (
		own: Partial<IBinaryData>,
		mustBePdf: boolean,
		context = keeping([]).context,
	) => {
		try {
			await checkFile(context, fileOf({ fileName: 'a.pdf', ...own }, 'data', mustBePdf));
			return undefined;
		} catch (cause) {
			return (cause as Error).message;
		}
	};

	it.each([
		[{}, true, undefined],
		[{ data: base64('text') }, false, undefined],
		[{ data: '' }, false, undefined],
		[
			{ data: base64('%PDF') },
			true,
			/^holds a file that is not a PDF: "a.pdf" \(application\/pdf\), whose content does not begin with %PDF-\. Use a step/,
		],
		[{ data: base64(' %PDF-') }, true, /^holds a file that is not a PDF/],
		[{ data: '' }, true, /^holds an empty file: "a.pdf"\. Check the step that makes the file\.$/],
	])('of %j, which has to be a PDF: %j', async (own, mustBePdf, expected) => {
		const message = await check(own, mustBePdf);
		if (expected === undefined) expect(message).toBeUndefined();
		else expect(message).toMatch(expected);
	});

	it('reads the beginning of what n8n keeps elsewhere, and no more', async () => {
		const { context, opened, destroyed } = keeping(['%PDF-1.7', 'more']);
		expect(await check({ id: 'filesystem:1', data: 'filesystem' }, true, context)).toBeUndefined();
		expect(opened).toEqual([['filesystem:1', 1024]]);
		await new Promise(setImmediate);
		expect(destroyed).toHaveBeenCalled();
		expect(await check({ id: 'x' }, true, keeping([]).context)).toMatch(/^holds an empty file/);
	});

	it('tells of a file that is gone, whatever it has to be', async () => {
		for (const mustBePdf of [true, false]) {
			expect(await check({ id: 'x' }, mustBePdf, keeping(new Error('gone')).context)).toBe(
				'names a file that n8n does not hold any more: "a.pdf". Run the workflow again from the step that makes the file; n8n removes files of old executions.',
			);
		}
	});
});

it('reads the first 48 bytes of what n8n keeps in memory', async () => {
	const start = await readStart({} as never, binaryOf({ data: base64('x'.repeat(100)) }));
	expect(start.toString()).toBe('x'.repeat(48));
});

it('knows how long what is kept is', async () => {
	const { context } = keeping([]);
	expect(await sizeOf(context, binaryOf({ data: base64('abc') }))).toBe(3);
	expect(await sizeOf(context, binaryOf({ id: 'x' }))).toBe(77);
});

describe('the part of a form', () => {
	const contentOf = async (stream: AsyncIterable<Uint8Array>) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of stream) chunks.push(chunk);
		return Buffer.concat(chunks).toString();
	};

	it('is read from memory', async () => {
		const part = await toFilePart({ helpers: {} } as never, fileOf({ fileName: 'a.pdf' }));
		expect(part).toMatchObject({ name: 'a.pdf', type: 'application/pdf', size: 6 });
		expect(await contentOf(part.stream())).toBe('%PDF-1');
	});

	it('is opened when it is sent, each time anew', async () => {
		const { context, opened } = keeping(['one', 'two']);
		const part = await toFilePart(context, fileOf({ id: 'x' }));
		expect(part.size).toBe(77);
		expect(opened).toEqual([]);
		expect(await contentOf(part.stream())).toBe('onetwo');
		expect(await contentOf(part.stream())).toBe('onetwo');
		expect(opened).toHaveLength(2);
	});

	it('is gone where n8n has removed it meanwhile', async () => {
		const helpers = {
			getBinaryMetadata: async () => await Promise.reject(new Error('ENOENT: /a/path')),
		};
		await expect(toFilePart({ helpers } as never, fileOf({ id: 'x' }))).rejects.toMatchObject({
			name: 'Failure',
			message: expect.stringMatching(/^n8n does not hold the file of this item any more/) as string,
			description: expect.stringContaining('Run the workflow again from the step') as string,
		});
	});
});
