import { turnClock } from '../fastClock';
import { faultsAnswered, faultsInDoubt } from './faults';
import { linkFaults } from './linkFaults';
import { listReadingFaults } from './listFaults';
import { cellsFor, expectAllRight, TIMES_FASTER } from './matrix';
import { files, lists, reads } from './requestKinds';

jest.setTimeout(600_000);
turnClock(TIMES_FASTER);

test('a reading ends with what the portal holds, or with the reason', async () => {
	await expectAllRight('Readings', cellsFor(reads, [...faultsInDoubt, ...faultsAnswered]));
});

test('a list that changes or does not end is read right, or left with the reason', async () => {
	await expectAllRight('Lists', cellsFor(lists, listReadingFaults));
});

test('the address of a download that has expired costs another one, or says so', async () => {
	await expectAllRight('Downloads', cellsFor(files, linkFaults));
});
