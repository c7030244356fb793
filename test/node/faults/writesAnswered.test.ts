import { turnClock } from '../fastClock';
import { faultsAnswered } from './faults';
import { cellsFor, expectAllRight, TIMES_FASTER } from './matrix';
import { writes } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change that is answered in whatever way is neither lost nor made twice, whatever it changes', async () => {
	await expectAllRight('Changes answered', cellsFor(writes, faultsAnswered));
});
