import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readContract } from '../../sandbox/contract/document';
import { prepareContract } from '../../sandbox/contract/prepare';
import { totalInclVat } from '../../sandbox/values/amounts';
import { addToDay, atom, atomOf, dayOf, instantOf, isDay } from '../../sandbox/values/moments';

describe('moments in Amsterdam', () => {
	it.each([
		['2026-01-15 12:00:00', '2026-01-15T12:00:00+01:00'],
		['2026-07-15 12:00:00', '2026-07-15T12:00:00+02:00'],
		['2026-07-15 12:00', '2026-07-15T12:00:00+02:00'],
		['2026-07-15', '2026-07-15T00:00:00+02:00'],
		['2026-03-29 01:59:59', '2026-03-29T01:59:59+01:00'],
		['2026-03-29 03:00:00', '2026-03-29T03:00:00+02:00'],
		['2026-10-25 01:59:59', '2026-10-25T01:59:59+02:00'],
		['2026-10-25 03:00:00', '2026-10-25T03:00:00+01:00'],
	])('%s is %s', (text, expected) => {
		expect(atomOf(text)).toBe(expected);
		expect(Date.parse(expected)).toBe(instantOf(text));
	});

	it('writes instants with the offset of that day', () => {
		expect(atom(Date.parse('2026-12-31T23:30:00Z'))).toBe('2027-01-01T00:30:00+01:00');
		expect(dayOf(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
	});

	it('knows which days exist', () => {
		expect(
			['2024-02-29', '2026-12-31', '2025-02-29', '2024-04-31', '2024-00-10'].map(isDay),
		).toEqual([true, true, false, false, false]);
	});

	it('adds days, months and years', () => {
		expect(addToDay('2026-01-31', 1, 'months')).toBe('2026-02-28');
		expect(addToDay('2024-02-29', 1, 'years')).toBe('2025-02-28');
		expect(addToDay('2026-12-20', 14, 'days')).toBe('2027-01-03');
	});
});

test.each([
	[[['12.95', 21]], '15.67'],
	[
		[
			['0.1', 0],
			['0.2', 0],
		],
		'0.30',
	],
	[
		[
			['100', 9],
			['100', 21],
		],
		'230.00',
	],
	// 8.26 and its VAT are 9.99, 4.59 and its VAT 5.00; rounded once, both together would be 15.00.
	[
		[
			['8.26', 21],
			['4.59', 9],
		],
		'14.99',
	],
	[[['-0.01', 0]], '-0.01'],
	[[['0.005', 0]], '0.01'],
	[[['0.0049', 0]], '0.00'],
	[[['99999999999999999.99', 0]], '99999999999999999.99'],
] as [[string, number][], string][])('%j add up to %s', (lines, total) => {
	const complete = lines.map(([amountExclVat, vatRate]) => ({
		description: '',
		amountExclVat,
		vatRate,
	}));
	expect(totalInclVat(complete)).toBe(total);
});

describe('the contract', () => {
	const file = join(__dirname, '..', '..', 'sandbox', 'openapi.yaml');

	it('is read as the file says it, however often it is prepared', () => {
		const asWritten: unknown = parse(readFileSync(file, 'utf8'));
		prepareContract(readContract());
		expect(readContract()).toEqual(asWritten);
	});

	it('is closed for requests, and knows pages and formats', () => {
		const { paths } = prepareContract(readContract());
		const create = paths['/customers']?.['post']?.requestBody?.content['application/json']?.schema;
		expect(create).toMatchObject({
			additionalProperties: false,
			properties: { primaryEmail: { format: 'mailbox' } },
		});
		expect(paths['/customers']?.['get']?.parameters?.map(({ name }) => name)).toEqual(['page']);
		expect(paths['/appointments']?.['get']?.parameters?.map(({ name }) => name)).toEqual([
			'start_at',
			'days',
		]);
		const fields =
			paths['/appointments']?.['post']?.requestBody?.content['application/json']?.schema.properties;
		expect(Object.keys(fields ?? {})).toContain('attendeeEmail');
		const line =
			paths['/customer-invoices/manual']?.['post']?.requestBody?.content['application/json']?.schema
				.properties?.['lines']?.items;
		expect(line?.properties?.['description']).toMatchObject({ type: 'string' });
	});
});
