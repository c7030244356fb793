import fc from 'fast-check';
import {
	describeRun,
	type Fate,
	type Subject,
} from '../../../nodes/MijnKlantportaal/execution/report';

const INVOICES: Subject = {
	noun: 'invoice',
	isCreation: true,
	listedBy: 'Invoice > Get Many',
};
const CHANGES: Subject = { noun: 'invoice', isCreation: false, listedBy: 'Invoice > Get Many' };

/** Fates of as many items as the kinds say, one kind after the other. */
function fatesOf(...kinds: Array<[kind: Fate['kind'], count: number]>): Map<number, Fate> {
	const all = kinds.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
	return new Map(
		all.map((kind, index): [number, Fate] => {
			const name = `F-${index}`;
			return [
				index,
				kind === 'failed' ? { kind, name, reason: 'The amount is too high.' } : { kind, name },
			];
		}),
	);
}

test('a run of 30 invoices of which one is refused', () => {
	const fates = fatesOf(['done', 21], ['failed', 1], ['unknown', 1], ['unsent', 7]);
	expect(describeRun(fates, INVOICES).split('\n')).toEqual([
		'21 of 30 invoices are in the portal; do not send them again.',
		'- Not created: F-21 (item 21): The amount is too high',
		'- May be in the portal, so look there before sending again: F-22 (item 22)',
		'- Not sent: F-23 (item 23), F-24 (item 24), F-25 (item 25), F-26 (item 26), F-27 (item 27), F-28 (item 28), F-29 (item 29)',
		'- In the portal: F-0, F-1, F-2, F-3, F-4, F-5, F-6, F-7, F-8, F-9 and 11 more (items 0 to 20). Invoice > Get Many lists all',
	]);
});

test('a run of rows that make three invoices', () => {
	const fates = new Map<number, Fate>([
		[3, { kind: 'unsent', name: 'F-3', itemIndexes: [3] }],
		[0, { kind: 'done', name: 'F-1', itemIndexes: [0, 2, 4, 5] }],
		[1, { kind: 'failed', name: 'F-2', reason: 'No.', itemIndexes: [1, 6] }],
	]);
	expect(describeRun(fates, INVOICES).split('\n')).toEqual([
		'1 of 3 invoices is in the portal; do not send it again.',
		'- Not created: F-2 (items 1 and 6): No',
		'- Not sent: F-3 (item 3)',
		'- In the portal: F-1 (items 0, 2 and 4 to 5)',
	]);
});

test('a run that changes what is there', () => {
	const fates = fatesOf(['done', 1], ['failed', 2]);
	expect(describeRun(fates, CHANGES).split('\n')).toEqual([
		'1 of 3 items was carried out; do not run it again.',
		'- Not carried out: F-1 (item 1), F-2 (item 2): The amount is too high',
		'- Carried out: F-0 (item 0)',
	]);
});

test.each([
	[fatesOf(['failed', 1], ['unsent', 1]), INVOICES, 'None of 2 invoices was created.'],
	[fatesOf(['failed', 1], ['unsent', 1]), CHANGES, 'None of 2 items was carried out.'],
	[fatesOf(['unknown', 2]), INVOICES, 'None of 2 invoices is known to be in the portal.'],
	[fatesOf(['unknown', 2]), CHANGES, 'None of 2 items is known to have been carried out.'],
])('what is said where nothing is done (%#)', (fates, subject, headline) => {
	expect(describeRun(fates, subject).split('\n')[0]).toBe(headline);
});

test('items without a name are told by their numbers', () => {
	const fates = new Map<number, Fate>([
		[0, { kind: 'failed', name: '', reason: 'No' }],
		[1, { kind: 'unsent', name: '' }],
		[2, { kind: 'unsent', name: 'F-2' }],
	]);
	expect(describeRun(fates, INVOICES).split('\n').slice(1)).toEqual([
		'- Not created: item 0: No',
		'- Not sent: items 1 to 2',
	]);
});

const anyFate = fc.record({
	kind: fc.constantFrom('done' as const, 'unknown' as const, 'unsent' as const),
	name: fc.string({ maxLength: 20 }),
});

test('every item is counted once, and a line stays readable with 300 items', () => {
	fc.assert(
		fc.property(fc.array(anyFate, { minLength: 1, maxLength: 300 }), (list) => {
			const text = describeRun(new Map(list.entries()), INVOICES);
			const [, ...lines] = text.split('\n- ');
			const kinds = new Set(list.map(({ kind }) => kind));
			expect(lines.length).toBeLessThanOrEqual(
				3 + list.filter(({ name }) => /\n/.test(name)).length,
			);
			expect(lines.length).toBeGreaterThanOrEqual(kinds.size);
			for (const line of lines) expect(line.length).toBeLessThan(600);
		}),
	);
});
