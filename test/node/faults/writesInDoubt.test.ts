import { turnClock } from '../fastClock';
import { faultsInDoubt } from './faults';
import { cellsOf, expectAllRight, TIMES_FASTER } from './matrix';
import { representativeWrites, writes } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a change of which it is open whether it was carried out is neither lost nor made twice', async () => {
	await expectAllRight('Changes in doubt', [
		...cellsOf(writes, faultsInDoubt, ['stop', 'continue']),
		...cellsOf(representativeWrites, faultsInDoubt, ['errorOutput']),
	]);
});
