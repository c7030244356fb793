import { refusedPerWindow } from '../refusedPerWindow';
import { Batch } from './batches';
import { LIMIT, queue, windowSeconds } from './queue';

const size = { executions: 20, invoices: 30 };

/** The time from the first request to the last, and the least that the limit allows. */
function timeOverFloor(invoices: number): string {
	const times = queue().portal.requests.map(({ at }) => at);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
	const floor = (Math.ceil(invoices / LIMIT) - 1) * windowSeconds;
	return `${(seconds / floor).toFixed(3)} (${seconds.toFixed(1)} of ${floor} s)`;
}

/** Two workers that send with one key. */
export function describeSharing(): void {
	describe('20 executions of 30 invoices on two workers', () => {
		beforeEach(() => queue().portal.reset());

		test.each(['lines', 'pdf'] as const)(
			'with one key, %s: all stand, none twice',
			async (kind) => {
				const batch = await Batch.prepare(kind, kind, size);
				await batch.start();
				const executions = await batch.ended();
				expect(executions.map(({ status }) => status)).toEqual(Array(20).fill('success'));
				expect(await batch.result()).toEqual(batch.wanted);
				const refused = refusedPerWindow(queue().portal.requests, LIMIT);
				process.stderr.write(
					`  ${kind}, refused requests per window of ${windowSeconds} s: ${refused.join(', ')}; ` +
						`time over floor: ${timeOverFloor(batch.numbers.length)}\n`,
				);
				// Each worker learns of the end of a window from one refusal, so there are 2 (measured at windows of
				// 10 s). In shorter ones a machine that stands still for a moment lets all five that a worker has
				// under way meet a window that has ended: 6 were seen once. Files are read while their turn runs, for
				// as long as the machine takes, and so some more do.
				const most = kind === 'pdf' ? 5 : 3;
				const total = refused.reduce((sum, count) => sum + count, 0);
				expect(total).toBeLessThanOrEqual(most * (batch.numbers.length / LIMIT));
			},
		);
	});
}
