import type { Resource } from '../../execution/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';

export const fileRequest: Resource = {
	name: 'File Request',
	value: 'fileRequest',
	noun: 'file request',
	operations: [create, get, getAll],
};
