import fc from 'fast-check';
import { toRanges } from '../../../nodes/MijnKlantportaal/execution/itemRanges';

test.each([
	[[3], 'item 3'],
	[[2, 4, 5, 6], 'items 2 and 4 to 6'],
	[[0, 2, 3, 9], 'items 0, 2 to 3 and 9'],
	[
		Array.from({ length: 13 }, (_, index) => index * 2),
		'items 0, 2, 4, 6, 8, 10, 12, 14, 16, 18 and 3 more',
	],
])('%j', (indexes, text) => {
	expect(toRanges(indexes)).toBe(text);
});

test('of however many items, one line, which counts each of them once', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(2000), { minLength: 1, maxLength: 500 }), (indexes) => {
			const text = toRanges([...indexes].sort((left, right) => left - right));
			expect(text.length).toBeLessThan(200);
			const counted = [...text.matchAll(/(\d+)(?: to (\d+))?( more)?/g)].map(
				([, first, last, more]) =>
					more ? Number(first) : Number(last ?? first) - Number(first) + 1,
			);
			expect(counted.reduce((sum, count) => sum + count, 0)).toBe(indexes.length);
		}),
	);
});
