import type { Resource } from '../../execution/operation';
import { create } from './create';
import { downloadDocument } from './downloadDocument';
import { get } from './get';
import { getAll } from './getAll';

export const agreement: Resource = {
	name: 'Agreement',
	value: 'agreement',
	noun: 'agreement',
	operations: [create, downloadDocument, get, getAll],
};
