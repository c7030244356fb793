import { AttachedFile, AttachedImage } from '../../../nodes/shared/transport/attachedFile';
import { isMultipart, toFormData } from '../../../nodes/shared/transport/multipart';

const binary = {
	data: Buffer.from('x').toString('base64'),
	mimeType: 'image/png',
	fileName: 'x.png',
};
const file = new AttachedFile(binary, 'data', 'File', false);
const image = new AttachedImage(binary, 'data', 'Image', false);

it.each([
	[{ file }, true],
	[{ files: ['x', file] }, true],
	[{ image }, true],
	[{ a: 1, list: [1] }, false],
	[{}, false],
])('a body travels as a form where it holds a file', (body, expected) => {
	expect(isMultipart(body as never)).toBe(expected);
});

const body = {
	name: 'Jan',
	count: 2,
	yes: true,
	no: false,
	tags: ['a', null],
	signers: [{ email: 'jan@x.nl', isFirst: true }, { isFirst: false }],
	file,
	files: [file],
	image,
} as never;

it.each([
	['words', 'true', 'false'],
	['digits', '1', '0'],
] as const)('writes true and false as %s', async (booleans, yes, no) => {
	const form = await toFormData({ helpers: {} } as never, body, booleans);
	const part = {
		name: 'x.png',
		type: 'image/png',
		size: 1,
		stream: expect.any(Function) as unknown,
	};
	expect([...form]).toEqual([
		['name', 'Jan'],
		['count', '2'],
		['yes', yes],
		['no', no],
		['tags[]', 'a'],
		['tags[]', 'null'],
		['signers[0][email]', 'jan@x.nl'],
		['signers[0][isFirst]', yes],
		['signers[1][isFirst]', no],
		['file', part],
		['files[]', part],
		['image', 'data:image/png;base64,eA=='],
	]);
});
