import { turnClock } from '../fastClock';
import { faultsInDoubt, finishedLate } from './faults';
import { cellsFor, expectAllRight, TIMES_FASTER } from './matrix';
import { writes } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change of which it is open whether it was carried out is neither lost nor made twice', async () => {
	await expectAllRight('Changes in doubt', cellsFor(writes, faultsInDoubt));
});

test('a change that the API finishes late is not made twice', async () => {
	await expectAllRight('Changes finished late', cellsFor(writes, finishedLate(TIMES_FASTER)));
});
