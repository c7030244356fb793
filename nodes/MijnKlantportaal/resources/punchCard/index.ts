import type { Resource } from '../../execution/operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getIssued } from './getIssued';
import { getManyIssued } from './getManyIssued';
import { stamp } from './stamp';
import { update } from './update';

export const punchCard: Resource = {
	name: 'Punch Card',
	value: 'punchCard',
	noun: 'punch card',
	operations: [create, get, getIssued, getAll, getManyIssued, stamp, update],
};
