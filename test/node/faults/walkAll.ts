import fc from 'fast-check';
import { turnClock } from '../fastClock';
import { walks, WalkedPortal } from './walk';

/** How much faster the node's clock goes. */
const TIMES_FASTER = 120;

/** Portals in which walks are walked at the same time. */
const LANES = 10;

/** Of a walk that disagrees, smaller ones are tried until it is small enough to read. */
const MOST_WALKS_PER_LANE = 1000;

/**
 * Walks at random, and demands that what the items say is what the portal holds; a walk that disagrees is
 * made smaller and shown with the seed that repeats it.
 */
export async function walkAll(firstSeed: number, walkCount: number): Promise<void> {
	turnClock(TIMES_FASTER);
	let walked = 0;
	const walkLane = async (lane: number): Promise<void> => {
		const portal = await WalkedPortal.open(MOST_WALKS_PER_LANE, TIMES_FASTER);
		const property = fc.asyncProperty(walks(TIMES_FASTER), async (walk) => {
			walked++;
			expect(await portal.disagreements(walk)).toEqual([]);
		});
		try {
			await fc.assert(property, { seed: firstSeed + lane, numRuns: walkCount / LANES });
		} finally {
			await portal.close();
		}
	};
	const lanes = Array.from({ length: LANES }, async (_, lane) => await walkLane(lane));
	const failures = (await Promise.allSettled(lanes)).flatMap((lane) =>
		lane.status === 'rejected' ? [wordsOf(lane.reason)] : [],
	);
	process.stdout.write(`\n${walked} walks, ${failures.length} disagree\n\n`);
	expect(failures).toEqual([]);
}

function wordsOf(reason: unknown): string {
	if (!(reason instanceof Error)) return String(reason);
	return reason.cause instanceof Error
		? `${reason.message}\n${reason.cause.message}`
		: reason.message;
}
