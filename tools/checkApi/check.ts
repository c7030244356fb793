import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerCheck } from '../../sandbox/contract/answerCheck';
import { ApiClient } from './asking/apiClient';
import type { Exchange } from './asking/exchange';
import { Pace } from './asking/pace';
import type { Person } from './asking/person';
import type { Options } from './options';
import type { Evidence } from './judging/evidence';
import { leavesOf } from './observing/leaves';
import { ordersOf } from './observing/order';
import { observePages } from './observing/pages';
import { bestMomentToLook, observeRate } from './observing/rateWindow';
import { Interruption } from './problem';
import { describeProgress, describeWait } from './progress';
import { searchInLists } from './reading/pickerSearch';
import { askForTokens, knock, provokeRefusals } from './reading/probes';
import { readEverything } from './reading/readEverything';
import { Results } from './reading/results';
import type { Task } from './showTasks';
import { type Findings, writeReport } from './report/report';
import { Ledger } from './writing/ledger';
import type { WritingEvidence } from './writing/evidence';
import type { Plan } from './writing/plan';
import { WebhookReceiver } from './writing/webhookReceiver';
import type { Workbench } from './writing/workbench';
import { carryOut, deletingSteps, type Step, writingSteps } from './writing/steps';

/** What the check needs. */
export interface Given {
	options: Options;
	key: string;
	scopes?: string[];
	/** What to write; nothing for reading only. */
	plan?: Plan;
	person: Pick<Person, 'say'>;
	signal: AbortSignal;
	/** Holds answers against the contract. */
	answerCheck: AnswerCheck;
	/** Names what was made; read by whoever has to tell when the check is interrupted. */
	ledger: Ledger;
	now: Date;
	/** Length of the rate window, in milliseconds: a minute for the real API. */
	windowMilliseconds?: number;
	/** How long the call of a webhook is waited for, in milliseconds. */
	webhookPatience?: number;
	/** Runs the parts of the check, one after the other. */
	runTasks: (tasks: readonly Task[]) => Promise<void>;
}

const MINUTE = 60_000;

/**
 * Asks the API everything, and writes the report.
 * @returns What was found.
 * @throws Problem, Interruption
 */
export async function check(given: Given): Promise<Findings> {
	const receiver = given.plan?.webhookUrl === undefined ? undefined : new WebhookReceiver();
	try {
		await receiver?.open(given.options.webhookPort);
		const findings = await new Check(given, receiver).run();
		await writeFile(given.options.report, writeReport(findings));
		return findings;
	} finally {
		receiver?.close();
	}
}

type Part = [title: string, run: () => Promise<void>];

/** One run of the check. */
class Check {
	private readonly pace: Pace;
	private readonly client: ApiClient;
	private readonly results: Results;
	private readonly found: Partial<Evidence> = {};
	private tell: (line: string) => void = () => {};

	constructor(
		private readonly given: Given,
		private readonly receiver?: WebhookReceiver,
	) {
		const { options, key, plan, signal } = given;
		this.pace = new Pace(given.windowMilliseconds ?? MINUTE);
		this.results = new Results(given.answerCheck);
		this.client = new ApiClient({
			baseUrl: options.baseUrl,
			key,
			pace: this.pace,
			mayWrite: plan !== undefined,
			signal,
			onExchange: (exchange) => this.show(exchange),
			onWait: (milliseconds) => this.tell(describeWait(milliseconds)),
		});
	}

	async run(): Promise<Findings> {
		const { given } = this;
		const reading: Part[] = [
			['Read lists and one object of each', async () => await this.read()],
			['Ask for what does not exist', async () => await this.provoke()],
		];
		const bench = given.plan && this.bench(given.plan);
		// What was made is read as well, before it is deleted.
		const parts: Part[] = bench
			? [
					['Write', async () => await this.write(writingSteps, bench)],
					...reading,
					['Delete', async () => await this.write(deletingSteps, bench)],
				]
			: reading;
		await given.runTasks(
			[
				['Knock', async () => await knock(this.client, given.options.baseUrl)] satisfies Part,
				...parts,
				['Watch the rate limit', async () => await this.watchLimit()] satisfies Part,
			].map(([title, run]) => ({
				title,
				run: async (tell) => {
					this.tell = tell;
					await run();
				},
			})),
		);
		return {
			evidence: this.evidence(),
			key: given.key,
			day: given.now.toISOString().slice(0, 10),
			isRealApi: new URL(given.options.baseUrl).host === 'api.mijnklantportaal.nl',
			made: given.ledger.made,
		};
	}

	private async read(): Promise<void> {
		const progress = this.progress();
		await readEverything(this.client, this.results, ({ operationId }, done, of) =>
			progress(operationId, done, of),
		);
	}

	private async provoke(): Promise<void> {
		this.tell('an unknown key, an unknown customer');
		this.found.refusals = await provokeRefusals(this.client);
		const { oauthUrl } = this.given.options;
		if (oauthUrl === undefined) return;
		this.tell('an unknown application at the token address');
		this.found.tokens = await askForTokens(oauthUrl, this.given.signal);
	}

	private bench(plan: Plan): Workbench {
		const { ledger, signal, webhookPatience = 20_000 } = this.given;
		const evidence: WritingEvidence = { shown: {}, deletions: [], failures: [] };
		this.found.writing = evidence;
		const { client, results, receiver } = this;
		return {
			client,
			results,
			plan,
			ledger,
			evidence,
			signal,
			receiver,
			webhookPatience,
			invoices: [],
		};
	}

	private async write(steps: readonly Step[], bench: Workbench): Promise<void> {
		await carryOut(steps, bench, this.progress());
	}

	/** Waits for the moment at which one more request tells the two kinds of window apart. */
	private async watchLimit(): Promise<void> {
		const { signal } = this.given;
		const at = bestMomentToLook(this.client.exchanges, this.pace.windowMilliseconds);
		if (at === undefined) return;
		while (Date.now() < at) {
			this.tell(`looks again in ${Math.ceil((at - Date.now()) / 1000)} seconds`);
			await pause(Math.min(1000, at - Date.now()), undefined, { signal }).catch(() => {
				throw new Interruption();
			});
		}
		await this.client.send({ method: 'GET', path: '/customers' });
	}

	private evidence(): Evidence {
		const { exchanges } = this.client;
		const { options, scopes } = this.given;
		return {
			...this.found,
			exchanges,
			results: this.results.all,
			leaves: leavesOf(exchanges),
			orders: ordersOf(exchanges),
			pages: observePages(exchanges, options.baseUrl),
			pickers: searchInLists(exchanges),
			rate: observeRate(exchanges, this.pace.windowMilliseconds),
			scopes,
		};
	}

	private progress(): (what: string, done: number, of: number) => void {
		const began = Date.now();
		return (what, done, of) => {
			const elapsed = Date.now() - began;
			const waiting = this.pace.waitForMore(of - done);
			this.tell(describeProgress({ what, done, of, elapsed, waiting }));
		};
	}

	private show({ method, path, status, body }: Exchange): void {
		if (!this.given.options.verbose) return;
		this.given.person.say(`${method} ${path} ${status}\n${JSON.stringify(body, undefined, 2)}`);
	}
}
