import { turnClock } from '../fastClock';
import { faultsAnswered } from './faults';
import { cellsOf, expectAllRight, TIMES_FASTER } from './matrix';
import { representativeWrites } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change that is answered in whatever way is neither lost nor made twice, in each error mode', async () => {
	await expectAllRight('Changes answered (1 of 2)', cellsOf(representativeWrites, faultsAnswered));
});
