import type { Resource } from '../../execution/operation';
import { download } from './download';
import { get } from './get';
import { upload } from './upload';

export const file: Resource = {
	name: 'File',
	value: 'file',
	noun: 'file',
	operations: [download, get, upload],
};
