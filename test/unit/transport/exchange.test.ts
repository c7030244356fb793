import { inTime } from '../../../nodes/shared/transport/deadline';
import { exchange, exchangeWithoutToken } from '../../../nodes/shared/transport/exchange';
import { StreamedForm } from '../../../nodes/shared/transport/streamedForm';
import { connectTo, inOrder, json } from '../scriptedConnection';

const later = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(() => resolve('there'), milliseconds));

const never = new Promise(() => undefined);

describe('an answer', () => {
	it('is given when it comes in time, and why it does not come', async () => {
		expect(await inTime(Promise.resolve('there'), 1)).toBe('there');
		await expect(inTime(Promise.reject(new Error('broken')), 1)).rejects.toThrow('broken');
	});

	it('is given up when it is late, within a second, each one by its own time', async () => {
		const begin = performance.now();
		const late = inTime(never, 100).catch((cause: unknown) => cause);
		const patient = inTime(later(1500), 5000);
		const soon = inTime(never, 1100).catch((cause: unknown) => cause);
		const cause = await late;
		expect(cause).toBeInstanceOf(Error);
		expect(cause).toMatchObject({ code: 'ETIMEDOUT' });
		expect(performance.now() - begin).toBeGreaterThanOrEqual(100);
		expect(await patient).toBe('there');
		expect(await soon).toMatchObject({ code: 'ETIMEDOUT' });
	});
});

it('masks what is secret in the words of an answer', async () => {
	const { connection, credential } = await connectTo(
		inOrder(json({ message: 'no secret-key' }, 401)),
	);
	credential.apiKey = 'secret-key';
	const ending = await exchange(connection, { url: '/x' });
	expect(ending).toMatchObject({ response: { status: 401, words: { sentence: 'no ***' } } });
});

it('has nothing to mask where no token was sent', async () => {
	const { connection, requests } = await connectTo(inOrder(json({ message: 'no' }, 401)));
	const ending = await exchangeWithoutToken(connection, { url: '/x' });
	expect(ending).toMatchObject({ response: { words: { sentence: 'no' } } });
	expect(requests[0]?.returnFullResponse).toBe(true);
});

it('waits for an answer as long as the time-out says, and to files as long as they take', async () => {
	const { connection } = await connectTo(() => 'nothing');
	const ending = await exchange(connection, { url: '/x', timeout: 100 });
	expect(ending).toEqual({ kind: 'lost', code: 'ETIMEDOUT' });
	let isOver = false;
	void exchange(connection, { url: '/x', timeout: 100, body: new StreamedForm() as never }).then(
		() => (isOver = true),
	);
	await later(1300);
	expect(isOver).toBe(false);
});
