import { Listr } from 'listr2';
import { stopAllProcesses } from '../n8n/supervisedProcess';
import { demoSteps, endDemo, type Demo } from './demoSteps';
import { describeDemo } from './describeDemo';

const exitCodeOfInterruption = 130;

/** Ctrl-C, a closed terminal, or somebody who ends this process. */
class Interruption {
	hasHappened = false;

	readonly happened = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				this.hasHappened = true;
				resolve();
			});
		}
	});
}

/** Shows the steps with their progress: live in a terminal, as plain lines elsewhere. */
async function runSteps(demo: Demo, interruption: Interruption): Promise<void> {
	const tasks = demoSteps.map(({ title, run }) => ({
		title,
		task: async (_context: unknown, task: { output: string }) => {
			try {
				await run(demo, (line) => {
					task.output = line;
				});
			} catch (error) {
				// The step failed because its programs were ended.
				if (!interruption.hasHappened) throw error;
			}
			if (interruption.hasHappened) throw new Error('Interrupted');
		},
	}));
	// Signals are handled here, where it is known what has to be stopped.
	await new Listr(tasks, { registerSignalListeners: false }).run();
}

async function untilStopped({ n8n }: Demo, interruption: Interruption): Promise<void> {
	await Promise.race([interruption.happened, n8n?.exited()]);
	if (!interruption.hasHappened) throw new Error('n8n has ended by itself.');
	console.log('\nStopping n8n and the portal.');
}

async function exitCodeOf(demo: Demo, once: boolean): Promise<number> {
	const interruption = new Interruption();
	// Ends what the step that is under way waits for.
	void interruption.happened.then(stopAllProcesses);
	try {
		await runSteps(demo, interruption);
		console.log(describeDemo(demo, { staysOpen: !once }));
		if (!once) await untilStopped(demo, interruption);
		return 0;
	} catch (error) {
		if (interruption.hasHappened) return exitCodeOfInterruption;
		console.error(`\nThis did not work: ${(error as Error).message}`);
		return 1;
	} finally {
		await endDemo(demo);
	}
}

/**
 * Starts n8n with this node beside the stand-in portal and sends one invoice. Stays until Ctrl-C;
 * with `once` it ends by itself, with exit code 0 only when the invoice really is in the portal.
 */
export async function startDemo({ once }: { once: boolean }): Promise<void> {
	process.exit(await exitCodeOf({}, once));
}
