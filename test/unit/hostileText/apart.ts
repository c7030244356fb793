import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Judgement, Subject } from './subject';

/** Ends what never ends; says nothing about how long a text may take. */
const HARD_STOP = 300_000;

/** A process that judges, and is ended when a text holds it. */
export class Apart {
	private process: ChildProcess | undefined;

	async judge(subject: Subject): Promise<Judgement> {
		this.process ??= fork(join(__dirname, 'judging.ts'), {
			execArgv: ['--import', 'tsx'],
			env: { ...process.env, RECHECK_BACKEND: 'pure' },
		});
		const judging = this.process;
		const hardStop = setTimeout(() => judging.kill('SIGKILL'), HARD_STOP);
		const settled = new AbortController();
		const answer = once(judging, 'message', settled) as Promise<[Judgement]>;
		const end = once(judging, 'exit', settled).then(([code]): [Judgement] => {
			this.process = undefined;
			const problem = code === null ? 'does not end' : `ended the process with ${code}`;
			return [{ problems: [problem], worst: { text: '', milliseconds: Infinity } }];
		});
		// The one that loses is aborted, which nobody waits for.
		end.catch(() => undefined);
		answer.catch(() => undefined);
		judging.send(subject);
		const [judgement] = await Promise.race([answer, end]);
		clearTimeout(hardStop);
		settled.abort();
		return judgement;
	}

	end(): void {
		this.process?.kill();
	}
}
