import { startAnswerCheck } from '../../sandbox/contract/answerCheck';
import { TerminalPerson, type Person } from './asking/person';
import { check, type Given } from './check';
import { type CommandLine, type Options, toOptions, toScopes } from './options';
import { Interruption, Problem } from './problem';
import { describeFindings } from './report/screen';
import { showTasks } from './showTasks';
import { Ledger } from './writing/ledger';
import { agreeOnWriting, type Plan } from './writing/plan';

const INTERRUPTED = 130;

/**
 * Runs the check for the person at the terminal.
 * @returns The exit code: 0 when the check came to its end, whatever it found.
 */
export async function main(
	given: CommandLine,
	environment: Record<string, string | undefined>,
): Promise<number> {
	const controller = new AbortController();
	const interrupt = () => controller.abort();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
	const person = new TerminalPerson(controller);
	const ledger = new Ledger();
	try {
		const now = new Date();
		const options = toOptions(given, now.toISOString().slice(0, 10));
		const answers = await askPerson(person, options, environment, now);
		if (answers === undefined) {
			person.say('Nothing was asked and nothing was made.');
			return 0;
		}
		// The terminal is for the progress from here on.
		person.close();
		const answerCheck = await startAnswerCheck();
		try {
			return await run({
				options,
				...answers,
				person,
				signal: controller.signal,
				answerCheck,
				ledger,
				now,
				runTasks: async (tasks) => await showTasks(tasks, { asLines: options.verbose }),
			});
		} finally {
			await answerCheck.close();
		}
	} catch (cause) {
		return report(cause, person, ledger);
	} finally {
		person.close();
	}
}

async function run(given: Given): Promise<number> {
	const findings = await check(given);
	given.person.say(describeFindings(findings, given));
	return 0;
}

function report(cause: unknown, person: Person, ledger: Ledger): number {
	if (cause instanceof Interruption) {
		person.say(`\nInterrupted; no report was written. ${ledger.describe()}`);
		return INTERRUPTED;
	}
	const problem =
		cause instanceof Problem ? cause.message : `The check itself failed: ${String(cause)}`;
	console.error(problem);
	if (ledger.made.length > 0) person.say(ledger.describe());
	return 1;
}

type Answers = Pick<Given, 'key' | 'scopes' | 'plan'>;

/** @returns Undefined when the person does not want it. */
async function askPerson(
	person: Person,
	options: Options,
	environment: Record<string, string | undefined>,
	now: Date,
): Promise<Answers | undefined> {
	const fromEnvironment = environment.MIJNKLANTPORTAAL_API_KEY?.trim();
	const key = fromEnvironment || (await person.askSecretly('API key (it is not shown):'));
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new Problem(
			key === ''
				? 'There is no API key: type it when asked, or put it into MIJNKLANTPORTAAL_API_KEY.'
				: 'The API key holds spaces or other signs that no key has: copy it again.',
		);
	}
	const scopes = options.scopes ?? (await askForScopes(person, Boolean(fromEnvironment)));
	let plan: Plan | undefined;
	if (options.write) {
		plan = await agreeOnWriting(person, options.webhookPort, now);
		if (plan === undefined) return undefined;
	}
	return { key, scopes, plan };
}

/** Who gives the key without being asked wants no questions: then the scopes stay unknown. */
async function askForScopes(
	person: Person,
	wantsNoQuestions: boolean,
): Promise<string[] | undefined> {
	if (wantsNoQuestions && !process.stdin.isTTY) return undefined;
	const text = await person.ask(
		'Scopes of the key, with commas between, or "all" (nothing: not known):',
	);
	return text === '' ? undefined : toScopes(text);
}
