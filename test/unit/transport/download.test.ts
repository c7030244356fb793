import type { IBinaryData } from 'n8n-workflow';
import { download } from '../../../nodes/shared/transport/download';
import type { ApiRequest } from '../../../nodes/shared/transport/request';
import { ExecutionCancelled, Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { broken, type Coming, connectTo, json, type Scripted } from '../scriptedConnection';

useFakeTime();

const request: ApiRequest = { method: 'GET', url: '/invoices/inv_1/pdf', answerField: 'link' };
const LINK = 'https://files.example/a/Factuur%201.pdf?signed=1';
const link = json({ link: LINK });

const file = (content: string, headers: Record<string, string> = {}, status = 200): Coming => ({
	status,
	body: Buffer.from(content),
	headers,
});

interface Given {
	mustBePdf?: boolean;
	fileName?: string;
	stop?: Stop;
}

/** Downloads by that connection. */
async function startDownload({ connection, context }: Scripted, given: Given = {}) {
	return await download({
		connection,
		context,
		request,
		purpose: { noun: 'invoice' },
		binaryPropertyName: 'pdf',
		fileName: 'invoice.pdf',
		mustBePdf: true,
		...given,
	});
}

/** Downloads; the answers of the address one after the other, the last one over and over. */
async function downloading(files: Coming[], given: Given = {}, links: Coming = link) {
	let fetched = 0;
	const kept: Array<[name: string | undefined, type: string | undefined]> = [];
	const scripted = await connectTo(
		({ url }) =>
			url === request.url ? links : (files[Math.min(fetched++, files.length - 1)] ?? 'nothing'),
		{
			more: {
				helpers: {
					prepareBinaryData: async (body: Buffer, fileName?: string, mimeType?: string) => {
						kept.push([fileName, mimeType]);
						const data: IBinaryData = {
							data: body.toString('base64'),
							mimeType: mimeType ?? 'application/octet-stream',
							fileName,
							fileSize: `${body.length} B`,
						};
						return await Promise.resolve(data);
					},
				},
			},
		},
	);
	const ended = await inFakeTime(startDownload(scripted, given));
	return { ...scripted, ...ended, kept, fetched };
}

it('puts the file where n8n keeps files, and tells what it is', async () => {
	const { result, requests, kept } = await downloading([
		file('%PDF-1.7 x', {
			'content-type': 'application/pdf; charset=binary',
			'content-length': '10',
		}),
	]);
	expect(result).toEqual({
		json: { fileName: 'Factuur 1.pdf', mimeType: 'application/pdf', fileSize: '10 B' },
		binary: { pdf: expect.objectContaining({ fileName: 'Factuur 1.pdf' }) as unknown },
	});
	expect(kept).toEqual([['Factuur 1.pdf', 'application/pdf']]);
	expect(requests).toHaveLength(2);
	expect(requests[1]).toMatchObject({ method: 'GET', url: LINK, encoding: 'stream' });
	expect(requests[1]?.headers).toEqual({ 'accept-encoding': 'identity' });
});

it('names it by the header, else by its address, else as usual', async () => {
	const pdf = '%PDF-';
	const named = await downloading([
		file(pdf, { 'content-disposition': 'attachment; filename=a.pdf' }),
	]);
	expect(named.kept).toEqual([['a.pdf', undefined]]);
	const nameless = await downloading([file(pdf)], {}, json({ link: 'https://files.example/get' }));
	expect(nameless.kept).toEqual([['invoice.pdf', undefined]]);
});

it.each([
	['no address', json({ other: 1 }), /^The API answered without a download address/],
	[
		'an address that is none',
		json({ link: 'nowhere' }),
		/^The API answered without a usable download address$/,
	],
	[
		'an address of another kind',
		json({ link: 'ftp://files.example/a' }),
		/without a usable download address$/,
	],
	['a number', json({ link: 7 }), /without a usable download address$/],
	['a refusal', json({}, 404), /^The API does not know this invoice$/],
])('%s instead of an address', async (_name, links, message) => {
	const { error, fetched } = await downloading([file('%PDF-')], {}, links);
	expect(error).toMatchObject({ message: expect.stringMatching(message) as string });
	expect(fetched).toBe(0);
});

describe('what may pass', () => {
	it.each([
		['a connection that breaks off', broken()],
		['an address that has expired', file('', {}, 403)],
		['an empty file', file('')],
		['a file that is cut off', file('%PDF-', { 'content-length': '6' })],
	])('%s: another address is asked for', async (_name, first) => {
		const { result, requests, took } = await downloading([first, file('%PDF-')]);
		expect(result).toBeDefined();
		expect(requests).toHaveLength(4);
		expect(took).toBe(1000);
	});

	it.each([
		[broken(), 'The download from files.example broke off', undefined],
		[file('', {}, 403), 'The download address at files.example answered with status 403', 403],
		[file(''), 'The download from files.example is empty: "Factuur 1.pdf"', undefined],
		[
			file('%PDF-', { 'content-length': '6' }),
			'The download from files.example broke off',
			undefined,
		],
	])('is given up after the fourth', async (coming, message, status) => {
		const { error, fetched, took } = await downloading([coming]);
		expect(error).toMatchObject({ message, status });
		expect((error as { description: string }).description).toMatch(/\brun again\b/i);
		expect([fetched, took]).toEqual([4, 7000]);
	});

	it('is not what n8n cannot keep: that is a connection that broke off', async () => {
		const scripted = await connectTo(({ url }) => (url === LINK ? file('%PDF-') : link), {
			more: {
				helpers: {
					prepareBinaryData: async () => await Promise.reject(new Error('aborted')),
				},
			},
		});
		const { error } = await inFakeTime(startDownload(scripted));
		expect(error).toMatchObject({ message: 'The download from files.example broke off' });
	});
});

it('takes a file that is longer than said: it was packed on its way', async () => {
	const { result, requests } = await downloading([file('%PDF-', { 'content-length': '3' })]);
	expect(result).toBeDefined();
	expect(requests).toHaveLength(2);
});

describe('something else than the file', () => {
	const HTML = 'a web page, not the file';
	const STORE = 'a message of the file store, not the file';

	it.each([
		['<!DOCTYPE html>', 'a.pdf', true, HTML],
		['<html>', 'a.pdf', true, HTML],
		['<head>', 'a.txt', false, HTML],
		['\n <HTML>', 'a.txt', false, HTML],
		['\ufeff<html>', 'a.txt', false, HTML],
		['<html>', 'a.html', true, HTML],
		['<?xml version="1.0"?>', 'a.pdf', true, STORE],
		['<Error>', 'a.txt', false, STORE],
		['text', 'a.pdf', true, 'not a PDF'],
		['x %PDF-', 'a.pdf', true, 'not a PDF'],
		['x<html>', 'a.xhtml.pdf', true, 'not a PDF'],
	])('%j as %s is refused at once', async (content, fileName, mustBePdf, found) => {
		const disposition = { 'content-disposition': `attachment; filename=${fileName}` };
		const { error, fetched } = await downloading([file(content, disposition)], { mustBePdf });
		expect(error).toMatchObject({
			message: `The download from files.example is ${found}: "${fileName}"`,
			description: expect.stringContaining('Open the file in the portal.') as string,
		});
		expect(fetched).toBe(1);
	});

	it.each([
		['<html>', 'a.html'],
		['<html>', 'a.htm'],
		['<html>', 'a.XHTML'],
		['<?xml version="1.0"?>', 'a.xml'],
		['<?xml version="1.0"?>', 'a.svg'],
		['<error>', 'a.ubl'],
		['<htm>', 'a.txt'],
		['x<html>', 'a.txt'],
		['x<?xml', 'a.txt'],
		['text', 'a.txt'],
		['%PDF-', 'a.txt'],
	])('%j may be %s', async (content, fileName) => {
		const disposition = { 'content-disposition': `attachment; filename=${fileName}` };
		const { result } = await downloading([file(content, disposition)], { mustBePdf: false });
		expect(result?.json.fileName).toBe(fileName);
	});

	it.each(['a.xml.txt', 'a.html.txt'])('is no %s', async (fileName) => {
		const disposition = { 'content-disposition': `attachment; filename=${fileName}` };
		for (const content of ['<html>', '<?xml']) {
			const { error } = await downloading([file(content, disposition)], { mustBePdf: false });
			expect(error).toBeDefined();
		}
	});
});

describe('the end of the execution', () => {
	/** A download that gets no answer, and its request. */
	async function startUnanswered(stop: Stop) {
		const scripted = await connectTo(({ url }) => (url === LINK ? 'nothing' : link));
		void startDownload(scripted, { stop }).catch(() => undefined);
		await pass(0);
		return scripted.requests[1];
	}

	it('breaks the download off, what other items do does not', async () => {
		const stop = new Stop();
		const signal = (await startUnanswered(stop))?.abortSignal;
		expect(signal?.aborted).toBe(false);
		const child = new Stop(stop);
		child.now(new Error('another item failed'));
		expect(signal?.aborted).toBe(false);
		stop.now(new ExecutionCancelled());
		expect(signal?.aborted).toBe(true);
	});

	it('is not that another item failed', async () => {
		const stop = new Stop();
		const started = await startUnanswered(stop);
		stop.now(new Error('another item failed'));
		expect(started?.abortSignal?.aborted).toBe(false);
	});

	it('ends the pause before another try', async () => {
		const stop = new Stop();
		setTimeout(() => stop.now(new Error('enough')), 300);
		const { error, took } = await downloading([broken()], { stop });
		expect([error, took]).toEqual([new Error('enough'), 300]);
	});

	it('is not listened to any more afterwards, and no connection stays open', async () => {
		const stop = new Stop();
		const leave = jest.fn();
		jest.spyOn(stop, 'onStop').mockReturnValue(leave);
		const { requests } = await downloading([file('%PDF-')], { stop });
		expect(leave).toHaveBeenCalled();
		expect(requests[1]?.abortSignal?.aborted).toBe(true);
	});
});

it('uses the proxy and the time-out of the node', async () => {
	const scripted = await connectTo(({ url }) => (url === LINK ? file('%PDF-') : link));
	const { connection, requests } = scripted;
	const proxy = { host: 'proxy', port: 1, protocol: 'http' };
	Object.assign(connection.template, { proxy, timeout: 7000, skipSslCertificateValidation: true });
	void startDownload(scripted).catch(() => undefined);
	await pass(0);
	expect(requests[1]).toMatchObject({ proxy, timeout: 7000, skipSslCertificateValidation: true });
});
