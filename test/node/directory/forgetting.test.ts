let shift = 0;
jest.mock('../../../nodes/shared/transport/clock', () => ({
	now: () => performance.now() + shift,
	wait: async (milliseconds: number) =>
		await new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
}));

import { connectTo, countListRequests, findCustomers, useFreshKeys } from './directoryFixture';

const fixture = useFreshKeys({ seeded: { customers: 100 } });

it('what a list showed is forgotten ten minutes after it was read', async () => {
	const { portal } = fixture;
	const connection = await connectTo(portal);
	await findCustomers(connection, 'nobody@x.example');
	expect(countListRequests(portal)).toBe(8);
	shift += 9 * 60_000;
	await findCustomers(connection, 'nobody@x.example');
	expect(countListRequests(portal)).toBe(1);
	shift += 61_000;
	await findCustomers(connection, 'nobody@x.example');
	expect(countListRequests(portal)).toBe(8);
});
