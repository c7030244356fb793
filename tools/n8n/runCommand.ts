import { startSupervised, type ProcessOptions } from './supervisedProcess';

/** Takes one line about what is going on; a terminal may show only the newest one. */
export type Report = (line: string) => void;

export interface CommandOptions extends ProcessOptions {
	/** What this command is about, for the progress lines and for the message when it fails. */
	title: string;
	report: Report;
}

const linesShownOfAFailure = 25;

/** In a terminal the seconds tick; in a log file a sign of life now and then is enough. */
const secondsBetweenReports = (): number => (process.stdout.isTTY ? 1 : 15);

/**
 * Runs a command to its end and gives its output; throws with the end of that output if it fails. Why not with
 * execa: see supervisedProcess.ts.
 */
export async function runCommand(
	command: string,
	commandArguments: string[],
	{ title, report, ...processOptions }: CommandOptions,
): Promise<string> {
	const began = Date.now();
	const elapsed = (): string => `${Math.round((Date.now() - began) / 1000)} s`;
	report(title);
	const ticking = setInterval(
		() => report(`${title} (${elapsed()})`),
		secondsBetweenReports() * 1000,
	);
	const supervised = startSupervised(command, commandArguments, processOptions);
	const exitCode = await supervised.exited.finally(() => clearInterval(ticking));
	if (exitCode !== 0) {
		const lastLines = supervised.output().trimEnd().split('\n').slice(-linesShownOfAFailure);
		throw new Error(
			`${title}: \`${command} ${commandArguments.join(' ')}\` failed after ${elapsed()} ` +
				`with exit code ${exitCode}.\n${lastLines.join('\n')}`,
		);
	}
	return supervised.output();
}
