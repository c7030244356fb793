import { Listr } from 'listr2';
import { stopAllProcesses } from '../n8n/supervisedProcess';
import { endDemo, type Demo, type Step } from './demoSteps';
import { Interruption } from './interruption';

const exitCodeOfInterruption = 130;

/** What is started step by step, used, and stopped again. */
export interface Session {
	steps: Step[];
	/** Called when all steps are done. */
	whenReady: (demo: Demo) => void;
	/** Whether it then stays until somebody ends it. */
	staysOpen: boolean;
}

/** Shows the steps with their progress: live in a terminal, as plain lines elsewhere. */
async function runSteps(steps: Step[], demo: Demo, interruption: Interruption): Promise<void> {
	const tasks = steps.map(({ title, run }) => ({
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

/** Runs the session to its end, stops all that it started, and gives the exit code for the process. */
export async function runSession({ steps, whenReady, staysOpen }: Session): Promise<number> {
	const demo: Demo = {};
	const interruption = new Interruption();
	// Ends what the step that is under way waits for.
	void interruption.happened.then(stopAllProcesses);
	try {
		await runSteps(steps, demo, interruption);
		whenReady(demo);
		if (staysOpen) await untilStopped(demo, interruption);
		return 0;
	} catch (error) {
		if (interruption.hasHappened) return exitCodeOfInterruption;
		console.error(`\nThis did not work: ${(error as Error).message}`);
		return 1;
	} finally {
		await endDemo(demo);
	}
}
