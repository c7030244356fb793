import { turnClock } from '../fastClock';
import { faultsAnswered } from './faults';
import { cellsOf, expectAllRight, TIMES_FASTER } from './matrix';
import { representativeWrites, writes } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change of a run that goes on after failures is neither lost nor made twice', async () => {
	await expectAllRight('Changes answered (2 of 2)', [
		...cellsOf(writes, faultsAnswered, ['continue']),
		...cellsOf(representativeWrites, faultsAnswered, ['errorOutput']),
	]);
});
