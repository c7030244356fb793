import type { Recovery } from '../../nodes/shared/objects/recovery';
import { resources } from '../../nodes/MijnKlantportaal/resources';
import { expectNone } from './problems';
import { namesIn, shownInListOf } from './requestNames';

const writes = resources.flatMap(({ value, object, operations }) =>
	operations.flatMap((operation) =>
		operation.method === 'GET'
			? []
			: [
					{
						...operation,
						// What does not compile is told here, too, in a sentence.
						recovery: operation.recovery as Recovery | undefined,
						file: `nodes/MijnKlantportaal/resources/${value}/${operation.value}.ts`,
						of: operation.makes ?? object,
					},
				],
	),
);

/** Fields of the request that the recovery of an operation goes by. */
function namesOf({ recovery }: (typeof writes)[number]): readonly string[] {
	switch (recovery?.kind) {
		case 'search':
			return [...recovery.match, ...(recovery.fit ?? []), ...Object.keys(recovery.listNames ?? {})];
		case 'none':
			return recovery.lookFor;
		default:
			return [];
	}
}

test('every write says how it is recovered', () => {
	expectNone(
		writes
			.filter(({ recovery }) => recovery === undefined)
			.map(
				({ file }) =>
					`${file} does not say how it is recovered when its answer gets lost: add \`recovery\`, or \`none\` with the reason (nodes/shared/objects/recovery.ts).`,
			),
	);
});

test('a recovery goes by fields that the request has', () => {
	expectNone(
		writes.flatMap((write) =>
			namesOf(write)
				.filter((name) => !namesIn(write.fields).includes(name))
				.map((name) => `${write.file}: the recovery names ${name}, which no field of it is called`),
		),
	);
});

test('a search goes through a list, and by fields that its objects show', () => {
	expectNone(
		writes.flatMap(({ recovery, of, file }) => {
			if (recovery?.kind !== 'search') return [];
			const { match, fit = [], listNames = {} } = recovery;
			const shown = shownInListOf(of);
			if (shown.length === 0) return [`${file}: the API has no list at ${of.path}`];
			return [...match, ...fit]
				.map((name) => listNames[name] ?? name)
				.filter((name) => !shown.includes(name))
				.map((name) => `${file}: objects in the list at ${of.path} show no ${name}`);
		}),
	);
});

test('why there is no recovery is a sentence for a person', () => {
	expectNone(
		writes.flatMap(({ recovery, file }) =>
			recovery?.kind === 'none' && !/^[A-Z].{15,}\.$/.test(recovery.reason)
				? [`${file}: "${recovery.reason}" is no sentence`]
				: [],
		),
	);
});
