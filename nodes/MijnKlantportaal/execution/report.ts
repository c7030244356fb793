import { withoutFullStop } from '../../shared/values/sentence';
import { toRanges } from './itemRanges';

/** What became of an item whose request changes something. */
export type Fate = (
	| { kind: 'done' }
	| { kind: 'failed'; reason: string }
	/** It may or may not have been carried out. */
	| { kind: 'unknown' }
	| { kind: 'unsent' }
) & {
	/** What a person knows it by, such as the number of the invoice; empty where that is unknown. */
	name: string;
	/** The items that were carried out together, in ascending order, where it is more than one. */
	itemIndexes?: readonly number[];
};

/** What the items of a run are, in words. */
export interface Subject {
	/** One of them: "invoice". */
	noun: string;
	/** Whether each item makes one. */
	isCreation: boolean;
	/** The operation that lists all of them, if there is one: "Invoice > Get Many". */
	listedBy?: string;
	/** How to go on, where something was carried out or may have been. */
	howToGoOn?: string;
}

type Item = Fate & { itemIndexes: readonly number[] };

const TITLES = {
	creation: {
		failed: 'Not created',
		unknown: 'May be in the portal, so look there before sending again',
		unsent: 'Not sent',
		done: 'In the portal',
	},
	change: {
		failed: 'Not carried out',
		unknown: 'May have been carried out, so look in the portal before running again',
		unsent: 'Not sent',
		done: 'Carried out',
	},
} as const;

/**
 * What became of every item of a run, for a person: first what must not be sent again, then a line that
 * begins with `- ` for what has one fate. However many items there are, each line can be read.
 */
export function describeRun(fates: ReadonlyMap<number, Fate>, subject: Subject): string {
	const items = [...fates]
		.sort(([left], [right]) => left - right)
		.map(([itemIndex, fate]): Item => ({ itemIndexes: [itemIndex], ...fate }));
	const titles = TITLES[subject.isCreation ? 'creation' : 'change'];
	const lineOf = (kind: 'unknown' | 'unsent' | 'done'): string[] => {
		const alike = items.filter((item) => item.kind === kind);
		return alike.length === 0 ? [] : [`${titles[kind]}: ${listOf(alike)}`];
	};
	const done = items.filter(({ kind }) => kind === 'done').length;
	const whereAll =
		done > MOST_NAMES && subject.listedBy !== undefined ? [`${subject.listedBy} lists all`] : [];
	const lines = [
		...failuresOf(items).map((failure) => `${titles.failed}: ${failure}`),
		...lineOf('unknown'),
		...lineOf('unsent'),
		...lineOf('done').map((line) => [line, ...whereAll].join('. ')),
	];
	const mayBeDone = items.some(({ kind }) => kind === 'done' || kind === 'unknown');
	if (mayBeDone && subject.howToGoOn !== undefined) lines.push(subject.howToGoOn);
	return [headlineOf(items, done, subject), ...lines.map((line) => `- ${line}`)].join('\n');
}

/** What matters most: what must not be sent again. */
function headlineOf(items: readonly Item[], done: number, { noun, isCreation }: Subject): string {
	const isOne = done === 1;
	const ofAll = `${items.length} ${isCreation ? noun : 'item'}s`;
	if (done > 0) {
		return isCreation
			? `${done} of ${ofAll} ${isOne ? 'is' : 'are'} in the portal; do not send ${isOne ? 'it' : 'them'} again.`
			: `${done} of ${ofAll} ${isOne ? 'was' : 'were'} carried out; do not run ${isOne ? 'it' : 'them'} again.`;
	}
	const isCertain = items.every(({ kind }) => kind !== 'unknown');
	if (isCertain) return `None of ${ofAll} was ${isCreation ? 'created' : 'carried out'}.`;
	return `None of ${ofAll} is known to ${isCreation ? 'be in the portal' : 'have been carried out'}.`;
}

/** The failed items by their reasons: one reason may stand in the way of many. */
function failuresOf(items: readonly Item[]): string[] {
	const byReason = new Map<string, Item[]>();
	for (const item of items) {
		if (item.kind !== 'failed') continue;
		byReason.set(item.reason, [...(byReason.get(item.reason) ?? []), item]);
	}
	return [...byReason].map(([reason, alike]) => `${listOf(alike)}: ${withoutFullStop(reason)}`);
}

/** As many as a person reads one by one. */
const MOST_NAMES = 10;

/** `2026-001 (item 0) and 2026-002 (item 1)`; of very many, the names of the first. */
function listOf(items: readonly Item[]): string {
	const indexes = items
		.flatMap(({ itemIndexes }) => itemIndexes)
		.sort((left, right) => left - right);
	const names = items.map(({ name }) => name).filter((name) => name !== '');
	if (names.length < items.length) return toRanges(indexes);
	if (items.length <= MOST_NAMES) {
		return items.map(({ name, itemIndexes }) => `${name} (${toRanges(itemIndexes)})`).join(', ');
	}
	const first = names.slice(0, MOST_NAMES).join(', ');
	return `${first} and ${items.length - MOST_NAMES} more (${toRanges(indexes)})`;
}
