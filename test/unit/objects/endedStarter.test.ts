import { ObjectDirectory } from '../../../nodes/shared/objects/objectDirectory';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { inFakeTime, useFakeTime } from '../fakeTime';
import { broken, connectTo, json, type Script } from '../scriptedConnection';
import { customer } from './listedPortal';

useFakeTime();

const list = { object: portalObjects.customer, path: '/customers', query: {} };

const found: Script = ({ url }) =>
	json(url === '/customers' ? { data: [customer(1)], next_page_url: null } : customer(1));

/** What n8n says when it has given up what evaluates the expressions of an execution that has ended. */
const GIVEN_UP = { error: new Error('No bridge acquired for this context') };

/** Two executions that look for the same, of which the first ends before its request is sent again. */
async function connections(known = 0) {
	const answered = (count: number) => count < known;
	const first = await connectTo((request, count) => {
		if (answered(count)) return found(request, count);
		return count === known ? broken() : GIVEN_UP;
	});
	const second = await connectTo(found);
	return { first, second, directory: new ObjectDirectory(list) };
}

it('who waits for a page reads it where the execution that began it has ended', async () => {
	const { first, second, directory } = await connections();
	const freshness = { since: performance.now() };
	const all = [first, second, second].map(
		async ({ connection }) => await directory.all(connection, freshness),
	);
	const { result } = await inFakeTime(Promise.allSettled(all));
	expect(result?.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	expect(first.lines).toHaveLength(2);
	// Once for both who waited.
	expect(second.lines).toEqual(['GET /customers']);
});

it('who waits for the newest end of a list does, too', async () => {
	const { first, second, directory } = await connections(1);
	await inFakeTime(directory.all(first.connection, { since: performance.now() }));
	jest.advanceTimersByTime(1000);
	const freshness = { since: performance.now() };
	const all = [first, second].map(
		async ({ connection }) => await directory.all(connection, freshness),
	);
	const { result } = await inFakeTime(Promise.allSettled(all));
	expect(result?.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
	expect(second.lines).toEqual(['GET /customers']);
});

it('who waits for a single object does, too', async () => {
	const { first, second, directory } = await connections();
	const since = performance.now();
	const all = [first, second, second].map(
		async ({ connection }) => await directory.rereadings.read(connection, 'cst_1', since),
	);
	const { result } = await inFakeTime(Promise.allSettled(all));
	expect(result?.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
	expect(second.lines).toEqual(['GET /customers/cst_1']);
});

it('what the API refuses is refused to all who wait for it, without asking again', async () => {
	const first = await connectTo(() => json({ message: 'No.' }, 403));
	const second = await connectTo(found);
	const directory = new ObjectDirectory(list);
	const freshness = { since: performance.now() };
	const all = [first, second].map(
		async ({ connection }) => await directory.all(connection, freshness),
	);
	const { result } = await inFakeTime(Promise.allSettled(all));
	expect(result?.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(second.lines).toEqual([]);
});
