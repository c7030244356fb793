import fc from 'fast-check';
import { attempt, isEmpty, quote, WrongValue } from '../../../nodes/shared/values/wrongValue';

describe('WrongValue', () => {
	it('says what is wrong and what to do', () => {
		const wrong = new WrongValue('is not a date: "x"', 'Use a date.', 'Due Date');
		expect(wrong.message).toBe('is not a date: "x". Use a date.');
		expect(wrong).toMatchObject({ name: 'WrongValue', displayName: 'Due Date' });
	});
});

describe('attempt', () => {
	it('gives the value, or why it cannot be sent', () => {
		const wrong = new WrongValue('is wrong', 'Mend it.');
		expect(attempt(() => 12)).toEqual({ value: 12 });
		expect(
			attempt(() => {
				throw wrong;
			}),
		).toEqual({ wrong });
	});

	it('lets other errors go on their way', () => {
		const read = () => {
			throw new RangeError('other');
		};
		expect(() => attempt(read)).toThrow(RangeError);
	});
});

describe('quote', () => {
	const circular: Record<string, unknown> = {};
	circular.itself = circular;

	it.each([
		['text', '"text"'],
		['', '""'],
		['two\n\t lines', '"two lines"'],
		['a\u200bb', '"a\\u200bb"'],
		[12.5, '12.5'],
		[NaN, 'NaN'],
		[12n, '12'],
		[null, 'null'],
		[undefined, 'undefined'],
		[{ a: [1] }, '{"a":[1]}'],
		[circular, 'an object'],
		[Object.assign(Object.create(null) as object, { circular }), 'an object'],
		[Symbol('x'), 'Symbol(x)'],
		['x'.repeat(78), `"${'x'.repeat(78)}"`],
		['x'.repeat(79), `"${'x'.repeat(79)}…`],
		[`${' '.repeat(990)}x`, '" x"'],
		[`${' '.repeat(1000)}x`, '" '],
	])('writes %p', (value, expected) => {
		expect(quote(value)).toBe(expected);
	});

	it('keeps any value on one short line', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				expect(quote(value)).toMatch(/^[^\n\r]{1,81}$/);
			}),
		);
	});
});

it('knows what is empty', () => {
	for (const empty of [undefined, null, '', ' \n', '\u200b']) expect(isEmpty(empty)).toBe(true);
	for (const full of ['x', 0, false, [], {}, NaN]) expect(isEmpty(full)).toBe(false);
});
