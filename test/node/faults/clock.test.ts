import '../fastClock';
import { faultsUnderClock } from './faults';
import { cellsOf, expectAllRight } from './matrix';
import { reads, representativeWrites } from './requestKinds';
import { setWallClock } from './wallClock';

jest.setTimeout(600_000);

test('a clock on the wall that is set while requests are under way changes nothing', async () => {
	const setRight = setWallClock();
	await expectAllRight(
		'Clock set back and forth',
		cellsOf([...representativeWrites, ...reads], faultsUnderClock, ['stop', 'continue']),
	).finally(setRight);
});
