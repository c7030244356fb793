import '../fastClock';
import { walkAll } from './walkAll';

jest.setTimeout(600_000);

test('whatever goes wrong, what the items say is what the portal holds', async () => {
	await walkAll(1000, 250);
});
