import type { IBinaryKeyData, INodeExecutionData, INodeParameters } from 'n8n-workflow';

const customer = { __rl: true as const, mode: 'id', value: 'cst_sandbox000000001' };

/** Invoice > Create, mapped from fields of the item. */
export const createParameters: INodeParameters = {
	resource: 'invoice',
	operation: 'create',
	customerId: customer,
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '={{ $json.date }}',
	amount: '={{ $json.amount }}',
	binaryPropertyName: 'data',
};

/** Invoice > Create From Lines, mapped from fields of the item. */
export const createFromLinesParameters: INodeParameters = {
	resource: 'invoice',
	operation: 'createManual',
	customerId: customer,
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '={{ $json.date }}',
	specifyLines: 'fields',
	lines: {
		line: [{ description: 'Hosting', amountExclVat: '={{ $json.amount }}', vatRate: 21 }],
	},
};

/** A small PDF in memory, as n8n keeps it between steps. */
const smallPdf: IBinaryKeyData = {
	data: {
		data: Buffer.from('%PDF-1.4\n% a file for tests\n%%EOF\n').toString('base64'),
		mimeType: 'application/pdf',
		fileName: 'invoice.pdf',
	},
};

/** Items that hold one invoice each, numbered from 1. */
export function invoiceItems(
	count: number,
	binaryOf: (index: number) => IBinaryKeyData = () => smallPdf,
): INodeExecutionData[] {
	return Array.from({ length: count }, (_nothing, index) => ({
		json: {
			number: numberOf(index),
			date: '01-10-2026',
			amount: '1.234,56',
			// For what cannot read the two above.
			isoDate: '2026-10-01',
			plainAmount: '1234.56',
		},
		binary: binaryOf(index),
		pairedItem: { item: index },
	}));
}

/** The number of the invoice in the item at that index. */
export const numberOf = (index: number): string => `2026-${String(index + 1).padStart(4, '0')}`;
