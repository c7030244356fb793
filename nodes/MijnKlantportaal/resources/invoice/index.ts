import type { Resource } from '../../execution/operation';
import { create } from './create';
import { createManual } from './createManual';
import { downloadPdf } from './downloadPdf';
import { get } from './get';
import { getAll } from './getAll';
import { markPaid } from './markPaid';

export const invoice: Resource = {
	name: 'Invoice',
	value: 'invoice',
	noun: 'invoice',
	operations: [create, createManual, downloadPdf, get, getAll, markPaid],
};
