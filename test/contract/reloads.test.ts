import type { RunningN8n } from '../../tools/n8n/startN8n';
import { Reloads } from '../../tools/dev/reloads';

/** A program that only counts how often it is restarted. */
function restartable() {
	const restarts: string[] = [];
	const restart = async (): Promise<void> => void restarts.push('again');
	return { n8n: { restart } as RunningN8n, restarts };
}

function reloadsOf(packageName: string, noticedWithinMilliseconds: number) {
	const told: string[] = [];
	const reloads = new Reloads(packageName, (line) => told.push(line), noticedWithinMilliseconds);
	return { reloads, told };
}

test('n8n that loads the package anew is left alone, however its line arrives', async () => {
	const { n8n, restarts } = restartable();
	const { reloads, told } = reloadsOf('a', 600_000);
	const done = reloads.expect(n8n);
	reloads.read('something else\n2026-01-01 info Hot reload trig');
	reloads.read('gered for a\n');
	await done;
	expect({ restarts, told: told.length }).toEqual({ restarts: [], told: 1 });
	expect(told[0]).toContain('loads the node anew');
});

test('n8n that does not notice a change is restarted', async () => {
	const { n8n, restarts } = restartable();
	const { reloads, told } = reloadsOf('a', 0);
	reloads.read('Hot reload triggered for another\n');
	await reloads.expect(n8n);
	expect(restarts).toEqual(['again']);
	expect(told).toEqual([
		'n8n has not noticed the change: restarting it.',
		'n8n is up again, with the changed node.',
	]);
});

test('what n8n says of a node that it could not load is passed on', () => {
	const { reloads, told } = reloadsOf('a', 0);
	reloads.read('error  Hot reload failed for a { error: no such class }\n');
	expect(told).toEqual([
		'n8n could not load the node: error  Hot reload failed for a { error: no such class }',
	]);
});
