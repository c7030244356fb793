import { PDFDocument } from 'pdf-lib';

let made: Promise<Buffer> | undefined;

/** The PDF that the check sends: the same bytes each time. */
export async function testPdf(): Promise<Buffer> {
	made ??= draw();
	return await made;
}

async function draw(): Promise<Buffer> {
	const document = await PDFDocument.create();
	document.addPage([200, 100]).drawText('n8n check', { x: 20, y: 50, size: 14 });
	return Buffer.from(await document.save());
}

/** The same as a part of a multipart body. */
export async function testPdfPart(): Promise<Blob> {
	return new Blob([await testPdf()], { type: 'application/pdf' });
}
