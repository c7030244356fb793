import type { Resource } from '../../execution/operation';
import { create } from './create';
import { getAll } from './getAll';

export const fileShare: Resource = {
	name: 'File Share',
	value: 'fileShare',
	noun: 'file share',
	operations: [create, getAll],
};
