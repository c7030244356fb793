import type { Resource } from '../../execution/operation';
import { accept } from './accept';
import { create } from './create';
import { createManual } from './createManual';
import { get } from './get';
import { getAll } from './getAll';
import { reject } from './reject';

export const offer: Resource = {
	name: 'Offer',
	value: 'offer',
	noun: 'offer',
	operations: [accept, create, createManual, get, getAll, reject],
};
