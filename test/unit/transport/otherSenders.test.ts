import { OtherSenders } from '../../../nodes/shared/transport/otherSenders';
import { pass, useFakeTime } from '../fakeTime';

useFakeTime();

/** Own requests and what the API says is left after each. */
function seen(remaining: number, ...answers: number[]): OtherSenders {
	const others = new OtherSenders();
	others.restart(remaining, 0);
	for (const left of answers) {
		others.countSent();
		others.learn(left);
	}
	return others;
}

it('takes all that is left as long as it sees nobody else', () => {
	expect(new OtherSenders().share(60)).toBe(60);
	expect(seen(60, 59, 58, 57).share(57)).toBe(57);
});

it('counts what was under way when counting began as its own', () => {
	const others = new OtherSenders();
	others.restart(60, 3);
	others.learn(57);
	expect(others.share(57)).toBe(57);
	others.learn(56);
	expect(others.share(56)).toBe(14);
});

it('leaves half of its share where another one sends as well', () => {
	// Two were used by each answer, one of them by somebody else.
	expect(seen(60, 58).share(40)).toBe(10);
	expect(seen(60, 58, 56, 54, 52, 50).share(40)).toBe(10);
});

it('estimates from five answers on how many others there are', () => {
	// Four by each answer, three of them by others: at first it knows of one, then of as many as it saw.
	expect(seen(60, 56).share(40)).toBe(40 / (2 * 4));
	expect(seen(60, 59, 58, 57, 52).share(40)).toBe(10);
	// What the second answer told, the fifth corrects.
	expect(seen(100, 99, 94, 94, 93).share(40)).toBe(40 / (2 * 3));
	expect(seen(100, 99, 94, 94, 93, 90).share(40)).toBe(10);
});

it('lets at least one be under way', () => {
	expect(seen(60, 40).share(3)).toBe(1);
	expect(seen(60, 40).share(0)).toBe(1);
});

it('takes back a request that was not sent after all', () => {
	const others = new OtherSenders();
	others.restart(60, 0);
	others.countSent();
	others.countSent();
	others.countUnsent();
	others.learn(58);
	expect(others.share(40)).toBe(10);
});

it('counts anew when the API lets more be sent than before', () => {
	const others = seen(60, 56, 52, 48, 44);
	others.restart(60, 0);
	others.countSent();
	others.learn(58);
	// Fewer than five answers: what was seen before still counts.
	expect(others.share(40)).toBe(40 / (2 * 4));
});

it('remembers others for ten minutes', async () => {
	const others = seen(60, 58);
	await pass(10 * 60 * 1000);
	expect(others.share(40)).toBe(10);
	await pass(1);
	expect(others.share(40)).toBe(40);
});
