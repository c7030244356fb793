import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';
import { sinceN8n } from '../sinceN8n';
import { byId, INVOICE, itemWithFile, pdf, usePortal } from './portalFixture';

const fixture = usePortal();
const parameters = { ...INVOICE, invoiceNumber: '2026-001' };

describe('a file that is no PDF is refused before sending', () => {
	it.each([
		['an HTML page', Buffer.from('<!doctype html><p>Sign in'), 'invoice.pdf', 'application/pdf'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'scan.png', 'image/png'],
		['a broken PDF', Buffer.from('\n%PDF-1.4'), 'broken.pdf', 'application/pdf'],
	])('%s', async (_name, bytes, fileName, mimeType) => {
		const { error } = await fixture.run({
			parameters,
			items: [itemWithFile(bytes, { fileName, mimeType })],
		});
		expect(error?.message).toBe(
			`Input Binary Field holds a file that is not a PDF: "${fileName}" (${mimeType}), whose content does not begin with %PDF- [item 0]`,
		);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('an empty file', async () => {
		const { error } = await fixture.run({ parameters, items: [itemWithFile(Buffer.alloc(0))] });
		expect(error?.message).toBe('Input Binary Field holds an empty file: "file.pdf" [item 0]');
		expect(fixture.portal.requests).toEqual([]);
	});

	it('a field that the item does not have', async () => {
		const { error } = await fixture.run({
			parameters: { ...parameters, binaryPropertyName: 'factuur' },
			items: [itemWithFile(pdf())],
		});
		expect(error?.message).toBe('Input Binary Field names no file of the item: "factuur" [item 0]');
		expect(error?.description).toContain("Use one of the item's binary fields: data.");
	});
});

it('a file without a name gets one, because the API takes a part without name for text', async () => {
	const binary = { data: pdf().toString('base64'), mimeType: 'application/octet-stream' };
	await fixture.run({ parameters, items: [{ json: {}, binary: { data: binary } }] });
	expect(fixture.portal.requests[0]?.files).toMatchObject([
		{ field: 'pdf', fileName: 'data.pdf', mimeType: 'application/pdf' },
	]);
});

it('a MIME type that would add lines to the form is not passed on', async () => {
	const mimeType = 'text/plain\r\nX-Injected: 1';
	await fixture.run({
		parameters: { resource: 'file', operation: 'upload' },
		items: [itemWithFile(Buffer.from('hello'), { fileName: 'a\r\nb.txt', mimeType })],
	});
	expect(fixture.portal.requests[0]?.files).toMatchObject([
		{ fileName: 'a b.txt', mimeType: 'application/octet-stream' },
	]);
});

sinceN8n('2.0.0', 'n8n takes a file in place of the name of its field', () => {
	it('a file without a name that is given itself gets one, too', async () => {
		const binary = { data: pdf().toString('base64'), mimeType: 'application/pdf' };
		const { error } = await fixture.run({
			parameters: { ...parameters, binaryPropertyName: '={{ $input.item.binary.data }}' },
			items: [{ json: {}, binary: { data: binary } }],
		});
		expect(error).toBeUndefined();
		expect(fixture.portal.requests[0]?.files).toMatchObject([{ fileName: 'file.pdf' }]);
	});
});

type FormerStore = (
	workflowId: string,
	executionId: string,
	bytes: Buffer,
	data: IBinaryData,
) => Promise<IBinaryData>;

describe('files that n8n keeps on disk', () => {
	let folder: string;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'binary-data-'));
		const config = Container.get(BinaryDataConfig);
		Object.assign(config, {
			mode: 'filesystem',
			availableModes: ['filesystem'],
			localStoragePath: folder,
		});
		await Container.get(BinaryDataService).init();
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	async function store(bytes: Buffer): Promise<IBinaryData> {
		const service = Container.get(BinaryDataService);
		const data = { data: '', mimeType: 'application/pdf', fileName: 'factuur.pdf' };
		const [workflowId, executionId] = ['workflow', '1'];
		// Older engines (that of n8n 1.110, for one) take both on their own.
		return service.store.length === 4
			? await (service.store as unknown as FormerStore).call(
					service,
					workflowId,
					executionId,
					bytes,
					data,
				)
			: await service.store({ type: 'execution', workflowId, executionId }, bytes, data);
	}

	it('travel byte for byte', async () => {
		const bytes = pdf('x'.repeat(3_000_000));
		const data = await store(bytes);
		expect(data.id).toBeDefined();
		const { error } = await fixture.run({ parameters, items: [{ json: {}, binary: { data } }] });
		expect(error).toBeUndefined();
		expect(fixture.portal.state.invoices[0]?.pdf.bytes.equals(bytes)).toBe(true);
	});

	it('are checked before sending', async () => {
		const data = await store(Buffer.from('hello'));
		const { error } = await fixture.run({ parameters, items: [{ json: {}, binary: { data } }] });
		expect(error?.message).toContain('holds a file that is not a PDF: "factuur.pdf"');
		expect(fixture.portal.requests).toEqual([]);
	});

	it.each([
		['a PDF', parameters],
		['a file of any kind', { resource: 'file', operation: 'upload' }],
	])('that are gone are told before sending: %s', async (_name, given) => {
		const data = await store(pdf());
		const service = Container.get(BinaryDataService);
		const path = service.getPath(String(data.id));
		rmSync(path);
		const { error } = await fixture.run({
			parameters: given,
			items: [{ json: {}, binary: { data } }],
		});
		expect(error?.message).toBe(
			'Input Binary Field names a file that n8n does not hold any more: "factuur.pdf" [item 0]',
		);
		expect(fixture.portal.requests).toEqual([]);
	});

	it('come from downloads, too', async () => {
		const bytes = pdf('y'.repeat(500_000));
		const data = await store(bytes);
		const [created] = (await fixture.run({ parameters, items: [{ json: {}, binary: { data } }] }))
			.items;
		const { items } = await fixture.run({
			parameters: {
				resource: 'invoice',
				operation: 'downloadPdf',
				invoiceId: byId(created?.json.id as string),
			},
		});
		const file = items[0]?.binary?.data as IBinaryData;
		expect(file.id).toBeDefined();
		expect((await Container.get(BinaryDataService).getAsBuffer(file)).equals(bytes)).toBe(true);
	});
});

describe('download', () => {
	const download = { resource: 'invoice', operation: 'downloadPdf' };

	async function create(): Promise<string> {
		const { items } = await fixture.run({ parameters, items: [itemWithFile(pdf('content'))] });
		fixture.portal.requests.length = 0;
		return items[0]?.json.id as string;
	}

	it('asks for another address when the first has expired', async () => {
		const id = await create();
		fixture.portal.state.downloadSeconds = -1;
		const running = fixture.run({ parameters: { ...download, invoiceId: byId(id) } });
		setTimeout(() => (fixture.portal.state.downloadSeconds = 300), 500);
		const { items, error } = await running;
		expect(error).toBeUndefined();
		expect(items[0]?.binary?.data).toBeDefined();
		expect(fixture.portal.requests.length).toBeGreaterThan(1);
	});

	it('names what is unknown', async () => {
		const { error } = await fixture.run({
			parameters: { ...download, invoiceId: byId('inv_none') },
		});
		expect(error?.description).toContain('Looked for /customer-invoices/inv_none/pdf.');
	});

	it('refuses an answer without address', async () => {
		fixture.portal.misbehave({ kind: 'status', status: 200, body: { link: 'file:///etc/passwd' } });
		const { error } = await fixture.run({
			parameters: { ...download, invoiceId: byId('inv_none') },
		});
		expect(error?.message).toBe('The API answered without a usable download address [item 0]');
	});
});

describe('booleans in multipart bodies', () => {
	const digits = usePortal({ booleans: 'digits' });

	it.each([true, false])(
		'(%s) are sent as 1 and 0 once the API has refused words',
		async (sent) => {
			const { items, error } = await digits.run({
				parameters: { ...parameters, sendNotification: sent },
				items: Array.from({ length: 8 }, () => itemWithFile(pdf())),
			});
			expect(error).toBeUndefined();
			expect(items).toHaveLength(8);
			expect(digits.portal.state.invoices.map(({ sendNotification }) => sendNotification)).toEqual(
				Array(8).fill(sent),
			);
			const refused = digits.portal.requests.filter(({ status }) => status === 422);
			expect(refused.length).toBeLessThanOrEqual(5);
		},
	);
});
