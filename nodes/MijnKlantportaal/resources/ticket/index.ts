import type { Resource } from '../../execution/operation';
import { close } from './close';
import { get } from './get';
import { getAll } from './getAll';
import { reply } from './reply';
import { uploadAttachment } from './uploadAttachment';

export const ticket: Resource = {
	name: 'Ticket',
	value: 'ticket',
	noun: 'ticket',
	operations: [close, get, getAll, reply, uploadAttachment],
};
