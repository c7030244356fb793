import { turnClock } from '../fastClock';
import { finishedLate } from './faults';
import { cellsInTurns, cellsOf, expectAllRight } from './matrix';
import { otherWrites, representativeWrites } from './requestKinds';

jest.setTimeout(600_000);

/** Slow enough for a busy portal to be in time. */
const TIMES_FASTER = 15;
turnClock(TIMES_FASTER);

test('a change that the API finishes late is not made twice', async () => {
	const faults = finishedLate(TIMES_FASTER);
	await expectAllRight('Changes finished late', [
		...cellsOf(representativeWrites, faults),
		...cellsInTurns(otherWrites, faults),
	]);
});
