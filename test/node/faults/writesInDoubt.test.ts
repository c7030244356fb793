import { turnClock } from '../fastClock';
import { faultsInDoubt } from './faults';
import { cellsInTurns, cellsOf, expectAllRight, TIMES_FASTER } from './matrix';
import { otherWrites, representativeWrites } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change of which it is open whether it was carried out is neither lost nor made twice', async () => {
	await expectAllRight('Changes in doubt', [
		...cellsOf(representativeWrites, faultsInDoubt),
		...cellsInTurns(otherWrites, faultsInDoubt),
	]);
});
