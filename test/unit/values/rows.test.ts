import { type RowKind, toRows } from '../../../nodes/shared/values/rows';
import { toText } from '../../../nodes/shared/values/text';
import { toVatRate } from '../../../nodes/shared/values/vatRate';

const kind: RowKind = {
	noun: 'line',
	plural: 'lines',
	columns: {
		description: { displayName: 'Description', required: true, read: toText },
		vatRate: { displayName: 'VAT Rate', read: toVatRate },
		note: { displayName: 'Note', read: () => undefined },
	},
	remedy: 'Give them as JSON.',
	most: 2,
};
const line = { description: ' Website ', vatRate: '21%' };
const read = { description: 'Website', vatRate: 21 };

it.each([
	['an array', [line, line], [read, read]],
	['one object', line, [read]],
	['JSON of an array', JSON.stringify([line]), [read]],
	['JSON of an object', JSON.stringify(line), [read]],
	[
		'an object without what it can do without',
		{ description: 'x', vatRate: '' },
		[{ description: 'x' }],
	],
	['what is read as nothing', { description: 'x', note: 'y' }, [{ description: 'x' }]],
])('reads %s', (_name, given, rows) => {
	expect(toRows(given, kind)).toEqual(rows);
	for (const row of toRows(given, kind)) {
		expect(Object.values(row)).not.toContain(undefined);
	}
});

it('has no limit of its own', () => {
	const { most: _most, ...unlimited } = kind;
	expect(toRows([line, line, line], unlimited)).toHaveLength(3);
});

it.each([
	[[], 'has no lines. Give them as JSON.'],
	['', 'has no lines. Give them as JSON.'],
	[' \n', 'has no lines. Give them as JSON.'],
	[null, 'has no lines. Give them as JSON.'],
	[undefined, 'has no lines. Give them as JSON.'],
	['{', 'is not valid JSON: "{". Give them as JSON.'],
	[
		[line, line, line],
		'has 3 lines, where the API takes at most 2. Leave out 1, or divide them over several items.',
	],
	[[line, 'x'], 'has a line 2 that is no object: "x". Give them as JSON.'],
	[[null], 'has a line 1 that is no object: null. Give them as JSON.'],
	[
		[[line]],
		'has a line 1 that is no object: [{"description":" Website ","vatRate":"21%"}]. Give them as JSON.',
	],
	[7, 'has a line 1 that is no object: 7. Give them as JSON.'],
	[{ ...line, other: 1 }, 'has an unknown field "other" in line 1. Give them as JSON.'],
	[[line, { vatRate: 21 }], 'has no Description in line 2. Give them as JSON.'],
	[{ description: ' ' }, 'has no Description in line 1. Give them as JSON.'],
	[{ ...line, vatRate: 6 }, 'has a line 1 whose VAT Rate is not a VAT rate: 6. Use 0, 9 or 21.'],
])('refuses %j', (given, message) => {
	expect(() => toRows(given, kind)).toThrow(new Error(message));
});
