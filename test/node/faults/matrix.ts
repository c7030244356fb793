import { expected } from './expectation';
import type { ErrorMode } from './fates';
import { type Fault, noFault } from './fault';
import { type Cell, Lane } from './lane';
import type { TestedKind } from './requestKinds';

// So many errors are made that working out where they came from, which nobody reads, takes a twentieth of the time.
Error.stackTraceLimit = 3;

/** How many cells came out how. */
export interface Tally {
	right: number;
	/** What is not as it must be, in words. */
	wrong: string[];
	/** Cells that tell nothing that can be compared. */
	undecided: string[];
}

/** Every error mode. */
export const MODES = ['stop', 'continue', 'errorOutput'] as const;

/** Every request with every fault that applies to it, in each error mode. */
export function cellsOf(
	kinds: readonly TestedKind[],
	faults: readonly Fault[],
	modes: readonly ErrorMode[] = MODES,
): Cell[] {
	return kinds.flatMap((kind) =>
		faultsFor(kind, faults).flatMap((fault) => modes.map((mode) => ({ kind, fault, mode }))),
	);
}

/**
 * Every request with every fault that applies to it: those that stand for others in each error mode, the others
 * in one of them, in turns.
 */
export function cellsFor(kinds: readonly TestedKind[], faults: readonly Fault[]): Cell[] {
	return [
		...cellsOf(
			kinds.filter(({ isRepresentative }) => isRepresentative),
			faults,
		),
		...cellsInTurns(
			kinds.filter(({ isRepresentative }) => !isRepresentative),
			faults,
		),
	];
}

/**
 * Every request with every fault that applies to it, each in one of the error modes, in turns: every request and
 * every fault meets all of them. Which mode it is, is decided behind what they differ in.
 */
export function cellsInTurns(
	kinds: readonly TestedKind[],
	faults: readonly Fault[],
	modes: readonly ErrorMode[] = MODES,
): Cell[] {
	return kinds.flatMap((kind, turn) =>
		faultsFor(kind, faults).map((fault, index) => {
			const mode = modes[(turn + index) % modes.length] ?? 'stop';
			return { kind, fault, mode };
		}),
	);
}

function faultsFor(kind: TestedKind, faults: readonly Fault[]): Fault[] {
	return faults.filter(({ only, isHeavy }) => {
		const isRead = kind.recovery === undefined;
		if (isHeavy && !kind.isRepresentative) return false;
		if (only === 'states') return kind.asksForState === true;
		return only === undefined || (only === 'reads') === isRead;
	});
}

/** How fast the node's clock goes where the portal need not be in time: half a minute is a quarter of a second. */
export const TIMES_FASTER = 120;

/** Enough to keep the processor busy while others wait. */
const LANES = 16;

/** Plays all cells, several at once, each in a portal that nobody else uses meanwhile. */
export async function play(cells: readonly Cell[]): Promise<Tally> {
	const tally: Tally = { right: 0, wrong: [], undecided: [] };
	const waiting = [...cells];
	const lanes = await Promise.all(
		Array.from({ length: LANES }, async () => await Lane.open(2 * cells.length)),
	);
	// The portal checks what it has not seen before more slowly, which would shift what happens late.
	const [first] = lanes;
	for (const kind of new Set(cells.map((cell) => cell.kind))) {
		await first?.play({ kind, fault: noFault, mode: 'stop' });
	}
	await Promise.all(
		lanes.map(async (lane) => {
			for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
				await judge(lane, cell, tally);
			}
			await lane.close();
		}),
	);
	return tally;
}

async function judge(lane: Lane, cell: Cell, tally: Tally): Promise<void> {
	const { kind, fault, mode } = cell;
	const place = `${kind.name} (${kind.recovery ?? 'read'}), ${fault.name}, ${mode}`;
	const result = await lane.play(cell).catch((cause: unknown) => String(cause));
	if (typeof result === 'string') {
		tally.undecided.push(`${place}: ${result}`);
		return;
	}
	const { timesCarriedOut, says, flaws } = result;
	const isHarmlessTwice = kind.recovery === 'repeat' || kind.method === 'DELETE';
	const holds = isHarmlessTwice ? Math.min(1, timesCarriedOut) : timesCarriedOut;
	const must = expected(kind, fault);
	const differences = [
		...(holds === must.holds ? [] : [`carried out ${holds} times instead of ${must.holds}`]),
		...(says === must.says ? [] : [`says ${says} instead of ${must.says}`]),
		...flaws,
	];
	if (says === 'nothing came out') tally.undecided.push(`${place}: nothing came out`);
	else if (differences.length > 0) tally.wrong.push(`${place}: ${differences.join('; ')}`);
	else tally.right++;
}

/** Plays the cells, prints their counts, and demands that all are right. */
export async function expectAllRight(title: string, cells: readonly Cell[]): Promise<void> {
	const { right, wrong, undecided } = await play(cells);
	process.stdout.write(
		`\n${title}: ${cells.length} cells, ${right} right, ${wrong.length} wrong, ${undecided.length} undecided\n\n`,
	);
	expect({ wrong, undecided }).toEqual({ wrong: [], undecided: [] });
	expect(right).toBe(cells.length);
}
