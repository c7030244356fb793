import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contenders, type ContenderName } from './contenders';
import type { Score } from './contest';
import { jobs, type JobName } from './jobs';
import { line, rounded } from './output';

/** One job, done by each contender after the other. */
export interface Comparison {
	job: JobName;
	windowSeconds: number;
	scores: Array<{ contender: ContenderName; score: Score }>;
}

const contenderNames = Object.keys(contenders) as ContenderName[];

async function compete(
	contender: ContenderName,
	job: JobName,
	windowSeconds: number,
): Promise<Score> {
	const file = join(__dirname, 'contest.ts');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--import', 'tsx', file, contender, job, String(windowSeconds * 1000)],
		{ maxBuffer: 64 * 1024 * 1024 },
	);
	// The engine writes errors of nodes to the same output, before it.
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Score;
}

/**
 * Lets every contender do a job, each in a process of its own, against a portal of its own.
 * @param atOnce Whether they do so side by side: for long windows, in which they mostly wait.
 */
export async function compare(
	job: JobName,
	windowSeconds: number,
	{ atOnce = false } = {},
): Promise<Comparison> {
	// A list is one item, so that there is nothing to loop over.
	const names = contenderNames.filter((name) => !(job === 'list' && name === 'loop'));
	const scores: Comparison['scores'] = [];
	const add = async (contender: ContenderName): Promise<void> => {
		scores.push({ contender, score: await compete(contender, job, windowSeconds) });
	};
	if (atOnce) await Promise.all(names.map(add));
	else for (const name of names) await add(name);
	scores.sort((left, right) => names.indexOf(left.contender) - names.indexOf(right.contender));
	const comparison = { job, windowSeconds, scores };
	print(comparison);
	return comparison;
}

function print({ job, windowSeconds, scores }: Comparison): void {
	console.log(`\n${jobs[job].title}, 60 requests per ${windowSeconds} s`);
	for (const { contender, score } of scores) {
		const { delivered, lost, twice, refused, seconds, floorSeconds } = score;
		line(
			contenders[contender].title,
			`${delivered} delivered, ${lost} lost, ${twice} twice, ${refused} refused, ` +
				`${rounded(seconds)} s (least ${floorSeconds} s), ${rounded(score.megabytes, 0)} MB, ` +
				`${rounded(score.processorMilliseconds, 2)} ms each`,
		);
	}
}
