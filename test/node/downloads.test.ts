import './fastClock';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { runNode, type RunInput, type RunOutput } from './engine';
import { API_KEY, byId, pdf } from './portalFixture';
import { json, type ScriptedApi, startScriptedApi } from './scriptedApi';

let api: ScriptedApi;
beforeEach(async () => {
	api = await startScriptedApi();
});
afterEach(() => api.close());

const invoicePdf = { resource: 'invoice', operation: 'downloadPdf', invoiceId: byId('inv_1') };
const anyFile = { resource: 'file', operation: 'download', fileId: byId('fsf_1') };

/** Lets the link lead to what a test answers there. */
function behindLink(answer: (response: ServerResponse, count: number) => void): void {
	let count = 0;
	api.answer = (_request, response, url) => {
		if (url.pathname === '/store') return answer(response, ++count);
		return json(response, { link: `${api.apiUrl.replace('/v1', '')}/store` });
	};
}

async function run(parameters: RunInput['parameters'], more = {}): Promise<RunOutput> {
	return await runNode({
		parameters,
		credential: { apiKey: API_KEY, baseUrl: api.apiUrl },
		...more,
	});
}

const fetched = () => api.requests.filter((line) => line.includes('/store')).length;
const pdfHeaders = { 'content-type': 'application/pdf' };

it.each([
	[
		'a page to sign in',
		'text/html',
		'<!DOCTYPE html><title>Sign in</title>',
		'is a web page, not the file',
	],
	[
		'an error of the store',
		'application/xml',
		'<?xml version="1.0"?><Error/>',
		'is a message of the file store',
	],
	[
		'an error without its first line',
		'text/xml',
		'<Error><Code>X</Code></Error>',
		'is a message of the file store',
	],
	['text', 'application/pdf', 'hello', 'is not a PDF'],
	['a page called a PDF', 'application/pdf', '\n<html></html>', 'is a web page, not the file'],
])('%s does not come out as invoice.pdf', async (_name, type, body, sentence) => {
	behindLink((response) => response.writeHead(200, { 'content-type': type }).end(body));
	const { error, items } = await run(invoicePdf);
	expect(error?.message).toContain(sentence);
	expect(items).toEqual([]);
	expect(fetched()).toBe(1);
});

it.each([
	['no bytes', (response: ServerResponse) => response.writeHead(200, pdfHeaders).end()],
	[
		'less than was announced',
		(response: ServerResponse) => {
			response.writeHead(200, { ...pdfHeaders, 'content-length': '1000' }).write(pdf());
			setTimeout(() => response.destroy(), 20);
		},
	],
	[
		'a stream that breaks off',
		(response: ServerResponse) => {
			response.writeHead(200, pdfHeaders).write(pdf());
			setTimeout(() => response.destroy(), 20);
		},
	],
	['an expired address', (response: ServerResponse) => response.writeHead(403).end('<Error/>')],
] as const)(
	'%s is tried again with another address, and told when it stays',
	async (name, answer) => {
		behindLink((response, count) => {
			if (count > 2) response.writeHead(200, pdfHeaders).end(pdf());
			else answer(response);
		});
		const { error, items } = await run(invoicePdf);
		expect(error).toBeUndefined();
		expect(items[0]?.binary?.data?.fileName).toBe('invoice.pdf');
		expect(api.requests.filter((line) => line.includes('/pdf'))).toHaveLength(3);

		behindLink(answer);
		const stays = await run(invoicePdf);
		expect(stays.error?.message).toMatch(/^The download (address at|from) 127\.0\.0\.1:\d+ /);
		expect(stays.error?.message).toMatch(
			name === 'no bytes' ? /is empty: "invoice\.pdf"/ : /broke off|answered with status 403/,
		);
	},
);

it.each([
	['page.html', 'text/html', '<!doctype html><p>Hello'],
	['drawing.svg', 'image/svg+xml', '<?xml version="1.0"?><svg/>'],
	['data.xml', 'application/xml', '<?xml version="1.0"?><Error/>'],
	['notes.txt', 'text/plain', 'hello'],
	['empty-looking.bin', 'application/octet-stream', ' '],
])('a file that is called %s may be just that', async (fileName, type, body) => {
	behindLink((response) =>
		response
			.writeHead(200, {
				'content-type': type,
				'content-disposition': `attachment; filename=${fileName}`,
			})
			.end(body),
	);
	const { error, items } = await run(anyFile);
	expect(error).toBeUndefined();
	expect(items[0]?.json).toMatchObject({ fileName, mimeType: type });
});

it.each([
	['gzip', gzipSync],
	['br', brotliCompressSync],
])(
	'a file that the store keeps packed with %s comes out unpacked, at the first try',
	async (encoding, pack) => {
		const text = 'hello '.repeat(1000);
		const packed = pack(text);
		behindLink((response) =>
			response
				.writeHead(200, {
					'content-type': 'text/plain',
					'content-disposition': 'attachment; filename=notes.txt',
					'content-encoding': encoding,
					'content-length': String(packed.length),
				})
				.end(packed),
		);
		const { error, items } = await run(anyFile);
		expect(error).toBeUndefined();
		expect(Buffer.from(items[0]?.binary?.data?.data ?? '', 'base64').toString()).toBe(text);
		expect(fetched()).toBe(1);
	},
);

it('a page to sign in is no file of another kind either', async () => {
	behindLink((response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
	);
	const { error } = await run(anyFile);
	expect(error?.message).toContain('is a web page, not the file');
});

it('a download ends when the execution is cancelled', async () => {
	let cancel: (() => void) | undefined;
	const closed = new Promise<void>((resolve) => {
		behindLink((response) => {
			response.writeHead(200, { ...pdfHeaders, 'content-length': '100000000' }).write(pdf());
			response.on('close', resolve);
			setTimeout(() => cancel?.(), 50);
		});
	});
	const running = run(invoicePdf, { onStart: (stop: () => void) => (cancel = stop) });
	// The store never ends it by itself.
	await closed;
	const { items } = await running;
	expect(items).toEqual([]);
	expect(fetched()).toBe(1);
});
