import { pause } from '../../../nodes/shared/transport/pause';
import { settlesBy, untilStopped } from '../../../nodes/shared/transport/sharing';
import { ExecutionCancelled, Stop } from '../../../nodes/shared/transport/stop';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';

useFakeTime();

const enough = new Error('enough');

describe('a stop', () => {
	it('tells everybody who listens, once', () => {
		const stop = new Stop();
		const [one, other] = [jest.fn(), jest.fn()];
		stop.onStop(one);
		stop.onStop(other)();
		stop.throwIfStopped();
		expect(stop.reason).toBeUndefined();
		stop.now(enough);
		stop.now(new Error('later'));
		expect([one, other].map((listener) => listener.mock.calls.length)).toEqual([1, 0]);
		expect(stop.reason).toBe(enough);
		expect(() => stop.throwIfStopped()).toThrow(enough);
	});

	it('tells all of them, also where one leaves meanwhile', () => {
		const stop = new Stop();
		const told: string[] = [];
		const leave = stop.onStop(() => {
			told.push('one');
			leave();
		});
		stop.onStop(() => told.push('other'));
		stop.now(enough);
		expect(told).toEqual(['one', 'other']);
	});

	it('stops with its parent, and not the other way round', () => {
		const parent = new Stop();
		const child = new Stop(parent);
		const [ofChild, ofParent, gone] = [jest.fn(), jest.fn(), jest.fn()];
		child.onStop(ofChild);
		parent.onStop(ofParent);
		child.onStop(gone)();
		child.now(enough);
		expect([ofChild, ofParent, gone].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
		expect(parent.reason).toBeUndefined();
		const later = new Error('later');
		parent.now(later);
		expect(gone).not.toHaveBeenCalled();
		expect(child.reason).toBe(enough);
		expect(new Stop(parent).reason).toBe(later);
	});

	it('follows the signal of an execution, one stop for each', () => {
		const controller = new AbortController();
		const stop = Stop.following(controller.signal);
		expect(Stop.following(controller.signal)).toBe(stop);
		expect(stop.reason).toBeUndefined();
		controller.abort();
		expect(stop.reason).toBeInstanceOf(ExecutionCancelled);
		expect(stop.reason).toMatchObject({
			name: 'ExecutionCancelled',
			message: 'The execution was canceled',
		});
		expect(Stop.following(AbortSignal.abort()).reason).toBeInstanceOf(ExecutionCancelled);
		expect(Stop.following(undefined).reason).toBeUndefined();
		expect(Stop.following(undefined)).not.toBe(Stop.following(undefined));
	});
});

describe('untilStopped', () => {
	it('gives what is waited for, with a stop and without', async () => {
		expect(await untilStopped(Promise.resolve(1), undefined)).toBe(1);
		expect(await untilStopped(Promise.resolve(1), new Stop())).toBe(1);
		await expect(untilStopped(Promise.reject(enough), new Stop())).rejects.toBe(enough);
		await expect(untilStopped(Promise.reject(enough), undefined)).rejects.toBe(enough);
	});

	it('ends at once when it is stopped, and before it begins', async () => {
		const stop = new Stop();
		const never = new Promise(() => undefined);
		const waiting = inFakeTime(untilStopped(never, stop));
		stop.now(enough);
		expect(await waiting).toMatchObject({ error: enough, took: 0 });
		await expect(untilStopped(Promise.resolve(1), stop)).rejects.toBe(enough);
	});

	it('no longer listens afterwards', async () => {
		const stop = new Stop();
		const leave = jest.fn();
		jest.spyOn(stop, 'onStop').mockReturnValue(leave);
		await untilStopped(Promise.resolve(1), stop);
		await pass(0);
		expect(leave).toHaveBeenCalledTimes(1);
	});
});

describe('pause', () => {
	it('takes its time', async () => {
		expect(await inFakeTime(pause(1500))).toEqual({ result: undefined, took: 1500 });
		expect(await inFakeTime(pause(1500, new Stop()))).toMatchObject({ took: 1500 });
	});

	it('ends with the stop, and does not begin after it', async () => {
		const stop = new Stop();
		const pausing = inFakeTime(pause(1500, stop));
		await pass(500);
		stop.now(enough);
		expect(await pausing).toMatchObject({ took: 500, error: enough });
		expect(await inFakeTime(pause(1500, stop))).toMatchObject({ took: 0, error: enough });
	});

	it('no longer listens afterwards', async () => {
		const stop = new Stop();
		const leave = jest.fn();
		jest.spyOn(stop, 'onStop').mockReturnValue(leave);
		await inFakeTime(pause(10, stop));
		expect(leave).toHaveBeenCalledTimes(1);
	});
});

describe('settlesBy', () => {
	const after = async (milliseconds: number, error?: Error) =>
		await new Promise((resolve, reject) =>
			setTimeout(() => (error === undefined ? resolve(1) : reject(error)), milliseconds),
		);

	it.each([
		[0, true, 0],
		[999, true, 999],
		[1001, false, 1000],
	])('waits a second for what takes %i ms: %j', async (milliseconds, isSettled, took) => {
		const deadline = performance.now() + 1000;
		const ended = await inFakeTime(settlesBy(deadline, after(milliseconds)));
		expect(ended).toMatchObject({ result: isSettled, took });
	});

	it('does not wait when it is too late', async () => {
		const ended = await inFakeTime(settlesBy(performance.now(), Promise.resolve()));
		expect(ended).toMatchObject({ result: false, took: 0 });
	});

	it('tells why it failed in time, and nobody when it is later', async () => {
		const deadline = performance.now() + 1000;
		expect(await inFakeTime(settlesBy(deadline, after(300, enough)))).toMatchObject({
			error: enough,
		});
		const late = settlesBy(performance.now() + 100, after(300, enough));
		expect(await inFakeTime(late)).toMatchObject({ result: false });
		await pass(1000);
	});
});
