import { setTimeout as pause } from 'node:timers/promises';
import { Batch } from './batches';
import { queue } from './queue';

const redisGoneMilliseconds = 10_000;

/** What n8n's processes, and what they stand on, may do in the middle of a run. */
export function describeInterruptions(): void {
	describe('in the middle of a run', () => {
		beforeEach(() => queue().portal.reset());

		/**
		 * n8n ends what such a worker had begun as failed, and keeps none of its input: there is nothing that it
		 * could retry. So people let the workflow run again.
		 */
		test('a worker is killed, and all runs again with "Output the Existing One": all stand, none twice, all reported', async () => {
			const [worker] = queue().workers;
			const size = { executions: 20, invoices: 30 };
			const batch = await Batch.prepare('killed', 'lines', size, { ifExists: 'useExisting' });
			await batch.start();
			await batch.untilStanding(200);
			await worker?.kill();
			await batch.untilSomeFailed();
			await worker?.restart();
			await batch.start();
			expect(await batch.result()).toEqual(batch.wanted);
		});

		test('main and a worker are killed, and what crashed is retried: all stand, none twice, all reported', async () => {
			const { main, workers } = queue();
			const batch = await Batch.prepare('crashed', 'lines', { executions: 20, invoices: 30 });
			await batch.start();
			await batch.untilStanding(200);
			await Promise.all([main.kill(), workers[0]?.kill()]);
			await Promise.all([main.restart(), workers[0]?.restart()]);
			// Otherwise nothing was interrupted, and the test shows nothing.
			expect(await batch.untilSomeFailed()).toContain('crashed');
			const retries = await batch.retryFailed();
			expect(retries).toEqual(retries.map(() => 'success'));
			expect(await batch.result()).toEqual(batch.wanted);
		});

		test('main is restarted: the workers go on, all stand, none twice, all reported', async () => {
			const batch = await Batch.prepare('restarted', 'lines', { executions: 10, invoices: 20 });
			await batch.start();
			await batch.untilStanding(60);
			await queue().main.restart();
			const executions = await batch.ended();
			expect(executions.map(({ status }) => status)).toEqual(Array(10).fill('success'));
			expect(await batch.result()).toEqual(batch.wanted);
		});

		test('Redis is gone for 10 seconds: all stand, none twice, all reported', async () => {
			const { main, workers, services } = queue();
			const batch = await Batch.prepare('redis', 'lines', { executions: 10, invoices: 30 });
			await batch.start();
			await batch.untilStanding(60);
			services.redis.cut();
			await pause(redisGoneMilliseconds);
			services.redis.mend();
			// n8n ends a process that misses Redis for long, and counts on being started again.
			for (const n8n of [main, ...workers]) {
				if (await hasExited(n8n)) await n8n.restart();
			}
			await batch.retryFailed();
			expect(await batch.result()).toEqual(batch.wanted);
		});
	});
}

async function hasExited({ exited }: { exited(): Promise<number> }): Promise<boolean> {
	return await Promise.race([exited().then(() => true), pause(1000).then(() => false)]);
}
