import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Customer, Line, StoredFile } from './records';

/** The standard fonts of PDF know Western European characters only. */
function printable(text: string): string {
	return text.replace(/[^\x20-\x7e\u00a0-\u00ff€]/g, '?');
}

/** Draws an invoice or offer that was made from lines: number, customer, lines and total. */
export async function drawDocument(document: {
	title: string;
	number: string;
	issuedAt: string;
	customer: Customer;
	lines: Line[];
	total: string;
}): Promise<StoredFile> {
	const { customer } = document;
	const pdf = await PDFDocument.create();
	pdf.setTitle(`${document.title} ${document.number}`);
	const plain = await pdf.embedFont(StandardFonts.Helvetica);
	const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
	let page = pdf.addPage([595, 842]);
	let height = 770;
	const write = (text: string, x: number, font = plain, size = 11): void => {
		page.drawText(printable(text).slice(0, 90), { x, y: height, font, size });
	};
	const nextLine = (step = 18): void => {
		height -= step;
		if (height > 60) return;
		page = pdf.addPage([595, 842]);
		height = 770;
	};

	write(`${document.title} ${document.number}`, 60, bold, 20);
	nextLine(40);
	for (const text of [customer.companyName, customer.address]) {
		write(text, 60);
		nextLine();
	}
	write(`${customer.zipCode} ${customer.city}`, 60);
	nextLine();
	write(`Datum: ${document.issuedAt}`, 60);
	nextLine(36);
	for (const line of document.lines) {
		write(line.description.slice(0, 60), 60);
		write(`EUR ${line.amountExclVat}`, 380);
		write(`${line.vatRate}% btw`, 480);
		nextLine();
	}
	nextLine();
	write('Totaal incl. btw', 60, bold);
	write(`EUR ${document.total}`, 380, bold);
	return {
		fileName: `${document.number.replace(/[^\w.-]+/g, '-')}.pdf`,
		mimeType: 'application/pdf',
		bytes: Buffer.from(await pdf.save()),
	};
}
