import axios from 'axios';
import { PDFDocument } from 'pdf-lib';
import {
	firstCustomerId,
	form,
	invoiceForm,
	line,
	linesBody,
	pdfBytes,
	start,
	stopAll,
} from './setup';

afterAll(stopAll);

const fetchFile = (link: string, headers = {}) =>
	axios.get<Buffer>(link, { headers, responseType: 'arraybuffer', validateStatus: () => true });

interface Cloudfile {
	link: string;
	expiresAt: string;
}

test('the PDF of an invoice comes back byte for byte, without a token', async () => {
	const { portal, api } = await start();
	const created = await api.post<{ id: string }>('/customer-invoices', invoiceForm());
	const { data } = await api.get<Cloudfile>(`/customer-invoices/${created.data.id}/pdf`);
	expect(data.link.startsWith(`${portal.url}/downloads/`)).toBe(true);
	const seconds = (Date.parse(data.expiresAt) - Date.now()) / 1000;
	expect(seconds).toBeGreaterThan(295);
	expect(seconds).toBeLessThanOrEqual(300);
	const file = await fetchFile(data.link);
	expect(file.status).toBe(200);
	expect(Buffer.from(file.data)).toEqual(pdfBytes);
	expect(file.headers['content-type']).toBe('application/pdf');
	expect(file.headers['content-disposition']).toContain(
		"filename*=UTF-8''factuur%20januari%20%C3%A9.pdf",
	);
	expect(portal.requests).toHaveLength(2);
});

test('a download refuses a token, an unknown address and an old address', async () => {
	const { portal, api } = await start();
	await api.post('/customer-invoices', invoiceForm());
	const { id } = portal.state.invoices[0] ?? {};
	const ask = async (): Promise<string> =>
		(await api.get<Cloudfile>(`/customer-invoices/${id}/pdf`)).data.link;
	const link = await ask();
	expect((await fetchFile(link, { Authorization: 'Bearer sandbox-key' })).status).toBe(400);
	expect((await fetchFile(`${portal.url}/downloads/unknown`)).status).toBe(404);
	expect((await fetchFile(link)).status).toBe(200);
	Object.assign(portal.state.downloads[0] ?? {}, { expiresAt: Date.now() - 1 });
	expect((await fetchFile(link)).status).toBe(410);
	portal.state.downloadSeconds = 0;
	expect((await fetchFile(await ask())).status).toBe(410);
});

test('an invoice from lines has a real PDF, whatever its texts hold', async () => {
	const { portal, api } = await start();
	const description = 'Regel met 日本語, emoji 🎉 en\nnieuwe regel';
	const body = linesBody('invoice', {
		lines: Array.from({ length: 60 }, () => ({ ...line, description })),
	});
	const created = await api.post<{ id: string }>('/customer-invoices/manual', body);
	expect(created.status).toBe(201);
	const { data } = await api.get<Cloudfile>(`/customer-invoices/${created.data.id}/pdf`);
	const document = await PDFDocument.load((await fetchFile(data.link)).data);
	expect(document.getTitle()).toBe('Factuur 2026-002');
	expect(document.getPageCount()).toBe(2);
	expect(portal.state.invoices[0]?.pdf.fileName).toBe('2026-002.pdf');
});

test('files can be downloaded, directories cannot', async () => {
	const { portal, api } = await start();
	const uploaded = await api.post<{ id: string }>(
		'/files',
		form({ file: ['hallo', 'groet.txt', 'text/plain'] }),
	);
	const { data } = await api.get<Cloudfile>(`/files/${uploaded.data.id}/download`);
	const file = await fetchFile(data.link);
	expect(Buffer.from(file.data).toString()).toBe('hallo');
	expect(file.headers['content-type']).toContain('text/plain');
	const directory = portal.state.files.find(({ type }) => type === 'directory');
	expect((await api.get(`/files/${directory?.id}/download`)).status).toBe(404);
	const nowhere = await api.post('/files?directory=fsd_x', form({ file: ['x', 'x.txt'] }));
	expect(nowhere.data).toEqual({ message: 'The selected directory is invalid: fsd_x.' });
	expect(firstCustomerId).toBe(portal.state.customers[0]?.id);
});
