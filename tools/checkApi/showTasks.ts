import { Listr } from 'listr2';

/** A part of the check. */
export interface Task {
	title: string;
	/** @param tell Shows how far it is. */
	run: (tell: (line: string) => void) => Promise<void>;
}

/** Runs tasks one after the other and shows them: live in a terminal, as plain lines elsewhere. */
export async function showTasks(
	tasks: readonly Task[],
	{ asLines }: { asLines: boolean },
): Promise<void> {
	const shown = tasks.map(({ title, run }) => ({
		title,
		task: async (_context: unknown, task: { output: string }) =>
			await run((line) => {
				task.output = line;
			}),
	}));
	// Signals are handled where it is known what was made.
	const common = { registerSignalListeners: false } as const;
	const list = asLines
		? new Listr(shown, { ...common, renderer: 'verbose' })
		: new Listr(shown, {
				...common,
				renderer: 'default',
				fallbackRenderer: 'verbose',
				// What went wrong is said once, in the end.
				rendererOptions: { showErrorMessage: false },
			});
	await list.run();
}
