import { toToolText } from '../../../nodes/MijnKlantportaal/execution/toolAnswer';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Failure } from '../../../nodes/shared/transport/failure';

const resources = [
	{ value: 'customer', object: portalObjects.customer, operations: [{ value: 'getAll' }] },
	{ value: 'file', object: portalObjects.file, operations: [{ value: 'upload' }] },
	{
		value: 'offer',
		object: portalObjects.offer,
		operations: [{ value: 'create' }, { value: 'getAll' }],
	},
] as never;

function told(
	failure: Failure,
	{ resource = 'customer', today = '2026-12-31' as unknown } = {},
): string {
	const context = {
		getNodeParameter: () => resource,
		getItemIndex: () => 0,
		evaluateExpression: (expression: string) =>
			expression.includes('$today') ? { toISODate: () => today } : today,
	};
	return toToolText(failure, context as never, resources);
}

const remedies = (description: string, status?: number) =>
	told(new Failure('It failed', description, status));

it.each([
	['Correct it.', 'It failed. Correct it.'],
	[
		'Fill it in, or check the expression that should fill it. Nothing was sent.',
		'It failed. Give a value. Nothing was sent.',
	],
	['Use a date, or an expression such as {{ $now }}.', 'It failed. Use a date.'],
	['Use a list or an expression that gives an array.', 'It failed. Use a list.'],
	['Pick one, or give its ID.', 'It failed. Give its ID.'],
	[
		'Look there before running this item again.',
		'It failed. Look there before calling this again.',
	],
	['Correct it, then run this item again.', 'It failed. Correct it, then call this again.'],
	['Then run again.', 'It failed. Then call this again.'],
	[
		'Run again later; nothing has to be changed in the workflow.',
		'It failed. Call this again later.',
	],
	['Correct it. Check the step that makes it. Send it.', 'It failed. Correct it. Send it.'],
	['Correct its expression. Send it.', 'It failed. Send it.'],
	['Open the node and choose one. Send it.', 'It failed. Send it.'],
	['Map the input item. Send it.', 'It failed. Send it.'],
	['Use {{ 1 }}. Send it.', 'It failed. Send it.'],
	['Footsteps count. Send it.', 'It failed. Footsteps count. Send it.'],
	['Is it so? Yes! Do it.', 'It failed. Is it so? Yes! Do it.'],
	['A full stop. small letters.', 'It failed. A full stop. small letters.'],
	['Use the expression {{ $today }}.', 'It failed. Use 2026-12-31.'],
])('%j is told as %j', (description, text) => {
	expect(remedies(description)).toBe(text);
});

it('an expression that gives no date is not told', () => {
	const failure = new Failure('It failed', 'Use the expression {{ 1 }}. Send it.');
	for (const today of [null, 'x', {}]) expect(told(failure, { today })).toBe('It failed. Send it.');
});

it.each(['Open the node.', 'Open the node. Nothing was sent.', ''])(
	'without a remedy for a model (%j) it is told what it can do',
	(description) => {
		expect(remedies(description)).toMatch(
			/Call this again with another value, or tell the person you work for\.$/,
		);
	},
);

it.each([
	[401, 'You cannot change this: tell the person you work for.'],
	[403, 'You cannot change this: tell the person you work for.'],
	[407, 'You cannot change this: tell the person you work for.'],
	[426, 'You cannot change this: tell the person you work for.'],
	[300, 'You cannot change this: tell the person you work for.'],
	[399, 'You cannot change this: tell the person you work for.'],
	[429, 'Nothing was sent.'],
])('of status %i it is told: %s', (status, advice) => {
	expect(remedies('Correct it.', status)).toBe(`It failed. Correct it. ${advice}`);
});

it.each([299, 400, 422, 500])('of status %i it is told nothing more', (status) => {
	expect(remedies('Correct it.', status)).toBe('It failed. Correct it.');
});

it.each([
	['customer', 'look with Customer > Get Many'],
	['file', 'let a person look in the portal'],
	['other', 'let a person look in the portal'],
])('a doubt about a %s is looked for first', (resource, where) => {
	expect(told(new Failure('It failed', 'Look.', 500, true), { resource })).toBe(
		`It failed. Look. Do not call this again for the same thing before you know: ${where}.`,
	);
});

it.each([
	['Customer is empty', 'Customer'],
	['Customer has no e-mail address', 'Customer'],
	['It failed: Customer needs one', 'Customer'],
	['The API does not know this customer', 'Customer'],
	['Check that the customer exists', 'Customer'],
	['The customerId field is required', 'Customer'],
	['Offer matches nothing', 'Offer'],
])('%j names what lists it', (message, name) => {
	expect(told(new Failure(message, 'Correct it.'))).toContain(
		`${name} > Get Many lists every ${name.toLowerCase()} with its ID.`,
	);
});

it.each([
	'My Customer is empty',
	'The customer failed',
	'this customers',
	'File is empty',
	'customerIds',
	'Customer may'.replace(' may', 's'),
])('%j names nothing', (message) => {
	expect(told(new Failure(message, 'Correct it.'))).not.toContain('Get Many');
});
