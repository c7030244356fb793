import {
	Failure,
	inOneText,
	toFailure,
	toNodeError,
} from '../../../nodes/shared/transport/failure';
import { ExecutionCancelled } from '../../../nodes/shared/transport/stop';

const node = {
	name: 'Portal',
	type: 'x',
	typeVersion: 1,
	id: '1',
	position: [0, 0],
	parameters: {},
} as never;

it('is known by its name', () => {
	const failure = new Failure('It failed', 'Mend it.');
	expect(failure).toMatchObject({ name: 'Failure', isUndecided: false, status: undefined });
});

it('is made of whatever was thrown, in words that a person reads', () => {
	const failure = new Failure('It failed', 'Mend it.');
	expect(toFailure(failure)).toBe(failure);
	expect(toFailure(new ExecutionCancelled())).toMatchObject({
		message: 'The execution was canceled',
		description: 'What was not sent by then was not sent at all.',
	});
	expect(toFailure(new Error('odd'))).toMatchObject({
		message: 'odd',
		description: expect.stringMatching(/^This is not expected\. .*\/issues$/) as string,
	});
	expect(toFailure('odd').message).toBe('odd');
	expect(toFailure(new Error('x'.repeat(501))).message).toBe('x'.repeat(500));
});

it('stands in one text', () => {
	const failure = new Failure('It failed.', 'Mend it.');
	expect(inOneText(failure)).toBe('It failed. Mend it.');
	expect(inOneText(failure, 0)).toBe('It failed [item 0]. Mend it.');
});

describe('the error of n8n', () => {
	it('has the words, the status and the item', () => {
		const error = toNodeError(node, new Failure('It failed.', 'Mend it.', 422), 3);
		expect(error).toMatchObject({
			message: 'It failed [item 3]',
			description: 'Mend it.',
			httpCode: '422',
			context: { itemIndex: 3 },
			messages: ['It failed [item 3]'],
		});
	});

	it('has no item and no status where there is none', () => {
		const error = toNodeError(node, new Failure('It failed.', 'Mend it.'));
		expect(error.message).toBe('It failed.');
		expect(error.httpCode).toBeNull();
		expect('itemIndex' in error.context).toBe(false);
	});

	it('keeps words in which n8n finds a code of the network', () => {
		const error = toNodeError(node, new Failure('The file ENOTFOUND.pdf is empty', 'Mend it.'));
		expect(error.message).toBe('The file ENOTFOUND.pdf is empty');
	});

	it('has the plain text beside what the panel shows', () => {
		const error = toNodeError(node, new Failure('It failed', 'a < b'));
		expect(error.description).toBe('a &lt; b');
		expect(error.messages).toEqual(['a < b']);
	});
});
