import fc from 'fast-check';
import {
	amountForm,
	isDutchOffset,
	maskOf,
	momentForm,
	safeName,
} from '../../tools/checkApi/observing/forms';
import { withhold } from '../../tools/checkApi/report/withhold';
import type { Exchange } from '../../tools/checkApi/asking/exchange';

const prefixes = ['cst_', 'inv_'];

describe('masks of identifiers', () => {
	it.each([
		['cst_4k2z9', 'cst_[a-z0-9]{5}'],
		['cst__4K2-z', 'cst_[a-zA-Z0-9_-]{6}'],
		['abc_4k2', '[a-z0-9_]{7}'],
		['inv_é', 'inv_[ and others]{1}'],
		['0b0d6a2e-3f3c-4b51-9c55-0d6a2e3f3c4b', 'UUID'],
		[4711, 'whole number'],
		[null, 'null'],
	])('%p → %s', (value, mask) => expect(maskOf(value, prefixes)).toBe(mask));

	it('depend on nothing but the kinds of characters and how many there are', () => {
		const part = fc.stringMatching(/^[a-z][0-9][a-z0-9]{6}$/);
		fc.assert(
			fc.property(part, part, (one, other) => {
				expect(maskOf(`cst_${one}`, prefixes)).toBe(maskOf(`cst_${other}`, prefixes));
				expect(maskOf(one, prefixes)).toBe(maskOf(other, prefixes));
			}),
		);
	});
});

describe('forms of moments', () => {
	it.each([
		['2024-04-29T21:00:00+02:00', 'YYYY-mm-ddTHH:MM:SS+02:00'],
		['2025-04-12T00:00:00.000Z', 'YYYY-mm-ddTHH:MM:SS.sssZ'],
		['2025-04-12 10:00:00', 'YYYY-mm-dd HH:MM:SS'],
		['2025-04-12', 'YYYY-mm-dd'],
		['12-04-2025', undefined],
		['Jansen', undefined],
	])('%s → %s', (value, form) => expect(momentForm(value)).toBe(form));

	it('hold no digit of the moment but those of its offset', () => {
		fc.assert(
			fc.property(
				fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
				(date) => {
					expect(momentForm(date.toISOString())).toBe('YYYY-mm-ddTHH:MM:SS.sssZ');
				},
			),
		);
	});

	it.each([
		['2026-01-15T12:00:00+01:00', true],
		['2026-07-15T12:00:00+02:00', true],
		['2026-07-15T12:00:00+01:00', false],
		['2026-07-15T12:00:00Z', false],
		['2026-07-15', undefined],
	])('%s on Dutch clocks: %p', (moment, isDutch) => expect(isDutchOffset(moment)).toBe(isDutch));
});

describe('forms of amounts', () => {
	it.each([
		['12.95', 'text, 2 decimals'],
		['-3', 'text, 0 decimals'],
		['€ 12,95', 'text that is no plain decimal'],
		[12.95, 'number'],
		[null, 'null'],
	])('%p → %s', (value, form) => expect(amountForm(value)).toBe(form));
});

describe('names of fields', () => {
	it('are shown when they can only be names', () => {
		expect(['invoiceNumber', 'next_page_url', 'address2', '$ref'].map(safeName)).toEqual([
			'invoiceNumber',
			'next_page_url',
			'address2',
			'$ref',
		]);
	});

	it('are left out when they may be data', () => {
		const data = ['cst_4k2z9abcdef', 'info@bedrijf.example', 'Jansen & Zn', '2026-001', '06123456'];
		expect(new Set(data.map(safeName))).toEqual(new Set(['(a name that may be data)']));
	});
});

it('keeps back every value that got as far as the report, but no word of its own', () => {
	const text = fc.string({ minLength: 6, maxLength: 30 });
	fc.assert(
		fc.property(text, text, (value, key) => {
			const exchange = { body: { data: [{ deep: { value } }] } } as unknown as Exchange;
			const report = withhold(`# Own words ${value}, ${key}`, key, [exchange], '# Own words ');
			for (const secret of [value.trim(), key]) {
				const isOwn = '# Own words '.includes(secret) || '(withheld)'.includes(secret);
				if (secret.length >= 6 && !isOwn) expect(report).not.toContain(secret);
			}
			expect(report).toContain('Own words');
		}),
	);
});
