import { Hold, NotSent, type Passage } from '../../../nodes/shared/transport/hold';
import { Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';

useFakeTime();

/** Lets items through as they come: their numbers, and the fake second in which they passed. */
function passing(hold: Hold, count: number): { passed: number[]; passages: Passage[] } {
	const passed: number[] = [];
	const passages = Array.from({ length: count }, () => hold.passage());
	passages.forEach((passage, index) => {
		void passage.pass().then(
			() => passed.push(index),
			() => passed.push(-1),
		);
	});
	return { passed, passages };
}

it('lets everybody pass as long as all is well', async () => {
	const hold = new Hold();
	expect(hold.passage().isClosed).toBe(false);
	const { passed } = passing(hold, 3);
	await pass(0);
	expect(passed).toEqual([0, 1, 2]);
});

it('lets nobody pass while the end of a request is in doubt', async () => {
	const hold = new Hold();
	let settle = (): void => undefined;
	const settling = hold.during(async () => {
		await new Promise<void>((resolve) => (settle = resolve));
		return 'found';
	});
	const { passed, passages } = passing(hold, 2);
	expect(passages[0]?.isClosed).toBe(true);
	await pass(60_000);
	expect(passed).toEqual([]);
	settle();
	expect(await settling).toBe('found');
	expect(passed).toEqual([]);
	await pass(0);
	expect(passed).toEqual([0, 1]);
});

it('waits until all doubts are settled, also those that end in an error', async () => {
	const hold = new Hold();
	const never = hold.during(async () => {
		await new Promise((resolve) => setTimeout(resolve, 5000));
	});
	const failing = hold.during(async () => {
		await Promise.resolve();
		throw new Error('unknown');
	});
	await expect(failing).rejects.toThrow('unknown');
	const { passed } = passing(hold, 1);
	await pass(4999);
	expect(passed).toEqual([]);
	await pass(2);
	expect(passed).toEqual([0]);
	await never;
});

it('lets one at a time try where nothing answers, after growing pauses', async () => {
	const hold = new Hold();
	hold.noteUnanswered();
	const { passed, passages } = passing(hold, 3);
	await pass(4999);
	expect(passed).toEqual([]);
	await pass(1);
	expect(passed).toEqual([0]);
	// Its try had no answer either, and it ends.
	hold.noteUnanswered();
	passages[0]?.leave();
	await pass(9999);
	expect(passed).toEqual([0]);
	await pass(2);
	expect(passed).toEqual([0, 1]);
	expect(passages[1]?.isClosed).toBe(false);
	expect(passages[2]?.isClosed).toBe(true);
	hold.noteAnswer();
	await pass(0);
	expect(passed).toEqual([0, 1, 2]);
});

it('gives the turn of one that leaves to the next, and of nobody else', async () => {
	const hold = new Hold();
	hold.noteUnanswered();
	const { passed, passages } = passing(hold, 3);
	await pass(5000);
	passages[2]?.leave();
	await pass(60_000);
	expect(passed).toEqual([0]);
	passages[0]?.leave();
	await pass(5001);
	expect(passed).toEqual([0, 1]);
});

it('lets others try while the one that tried is in doubt and has to wait', async () => {
	const hold = new Hold();
	hold.noteUnanswered();
	const { passed, passages } = passing(hold, 2);
	await pass(5000);
	expect(passed).toEqual([0]);
	const [first] = passages;
	let settle = (): void => undefined;
	void hold.during(async () => await new Promise<void>((resolve) => (settle = resolve)));
	const again = inFakeTime(first?.pass() ?? Promise.resolve());
	await pass(0);
	settle();
	// It was not kept for it: as everybody, it waits before it tries.
	expect(await again).toEqual({ result: undefined, took: 5000 });
	expect(passed).toEqual([0]);
});

it('tells why nothing more is sent', async () => {
	const hold = new Hold();
	for (let count = 0; count < 6; count++) hold.noteUnanswered();
	const { error, took } = await inFakeTime(hold.passage().pass());
	expect(took).toBe(0);
	expect(error).toBeInstanceOf(NotSent);
	expect(error).toMatchObject({
		message: 'Not sent, because the API does not answer',
		description:
			'The 6 requests before had no answer. Run this item again when MijnKlantportaal works: nothing of it was sent.',
	});
});

it('tells those who wait as well, once it was the sixth', async () => {
	const hold = new Hold();
	for (let count = 0; count < 5; count++) hold.noteUnanswered();
	const { passed, passages } = passing(hold, 2);
	await pass(25_000);
	expect(passed).toEqual([0]);
	hold.noteUnanswered();
	passages[0]?.leave();
	await pass(0);
	expect(passed).toEqual([0, -1]);
});

describe('what had no answer', () => {
	it('may be sent once more, one at a time, six times in all', async () => {
		const hold = new Hold();
		hold.noteUnanswered();
		const [one, other] = [hold.passage(), hold.passage()];
		expect(await one.mayTryAgain()).toBe(true);
		let isAllowed: boolean | undefined;
		void other.mayTryAgain().then((may) => (isAllowed = may));
		await pass(60_000);
		expect(isAllowed).toBeUndefined();
		one.leave();
		await pass(0);
		expect(isAllowed).toBe(true);
		for (const may of [true, true, true, false, false]) expect(await other.mayTryAgain()).toBe(may);
	});

	it('waits no longer than its execution', async () => {
		const hold = new Hold();
		const stop = new Stop();
		await hold.passage().mayTryAgain();
		const waiting = inFakeTime(hold.passage().mayTryAgain(stop));
		await pass(100);
		stop.now(new Error('enough'));
		expect(await waiting).toEqual({ error: new Error('enough'), took: 100 });
	});
});

describe('a stop', () => {
	it('ends the waiting', async () => {
		const hold = new Hold();
		const stop = new Stop();
		void hold.during(async () => await new Promise(() => undefined));
		const waiting = inFakeTime(hold.passage().pass(stop));
		await pass(100);
		stop.now(new Error('enough'));
		expect(await waiting).toEqual({ error: new Error('enough'), took: 100 });
	});

	it('ends the pause before a try', async () => {
		const hold = new Hold();
		const stop = new Stop();
		hold.noteUnanswered();
		const waiting = inFakeTime(hold.passage().pass(stop));
		await pass(100);
		stop.now(new Error('enough'));
		expect(await waiting).toEqual({ error: new Error('enough'), took: 100 });
	});

	it('lets nobody pass afterwards', async () => {
		const stop = new Stop();
		stop.now(new Error('enough'));
		const { error } = await inFakeTime(new Hold().passage().pass(stop));
		expect(error).toEqual(new Error('enough'));
	});
});

it('leaves nobody listening who has passed', async () => {
	let listening = 0;
	class CountedStop extends Stop {
		override onStop(listener: () => void): () => void {
			listening++;
			const leave = super.onStop(listener);
			return () => {
				listening--;
				leave();
			};
		}
	}
	const hold = new Hold();
	const settling = hold.during(async () => {
		await new Promise((resolve) => setTimeout(resolve, 5000));
	});
	const stop = new CountedStop();
	const passing = hold.passage().pass(stop);
	await pass(100);
	expect(listening).toBe(1);
	hold.noteAnswer();
	await pass(100);
	expect(listening).toBe(1);
	await pass(5000);
	await Promise.all([settling, passing]);
	expect(listening).toBe(0);
});
