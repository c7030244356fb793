import '../fastClock';
import { sinceN8n } from '../../sinceN8n';
import { cellsInTurns, cellsOf, expectAllRight } from './matrix';
import { reads, representativeWrites } from './requestKinds';
import { tokenFaults } from './tokenFaults';

jest.setTimeout(600_000);

sinceN8n('1.123.0', 'n8n tells the node why a token was not renewed', () => {
	// The token is renewed behind the request, whatever it is: one of each recovery shows what follows.
	test('an access token that expires in between costs nothing, or says why there is no other one', async () => {
		const kinds = [...representativeWrites, ...reads];
		await expectAllRight('Access tokens', [
			...cellsOf(kinds, tokenFaults, ['stop']),
			...cellsInTurns(kinds, tokenFaults, ['continue', 'errorOutput']),
		]);
	});
});
