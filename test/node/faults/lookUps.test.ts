import { turnClock } from '../fastClock';
import { listFaultsInDoubt, lookUpFaults } from './listFaults';
import { cellsFor, cellsInTurns, cellsOf, expectAllRight, TIMES_FASTER } from './matrix';
import { lookUps, searchedFor } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('what cannot be looked up is not sent', async () => {
	await expectAllRight('Look-ups', [
		...cellsOf(lookUps, lookUpFaults, ['stop']),
		...cellsInTurns(lookUps, lookUpFaults, ['continue', 'errorOutput']),
	]);
});

test('what cannot be looked for in its list is neither sent again nor called failed', async () => {
	await expectAllRight('Lost answers and lists', cellsFor(searchedFor, listFaultsInDoubt));
});
