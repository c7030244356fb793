import './typescriptFirst';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../tools/n8n/nodePackage';
import { toChart } from './chart';
import { withResults } from './document';
import { jobs, type JobName } from './jobs';
import { compare, type Comparison } from './sideBySide';

const trueWindowSeconds = 60;
const page = join(projectFolder, 'docs', 'benchmarks.md');
const drawing = join(projectFolder, 'docs', 'benchmarks.svg');

/** What the command takes (tools/bench.mjs). */
interface Options {
	/** Length of the shortened windows, in seconds. */
	window: string;
	/** One job only. */
	job?: string;
	/** Whether the results go into the documentation. */
	write: boolean;
}

/** Compares the contenders at every job, and at one of them with the true length of the window. */
export async function bench({ window, job, write }: Options): Promise<void> {
	if (job !== undefined && !(job in jobs)) {
		throw new Error(`There is no job ${job}, only ${Object.keys(jobs).join(', ')}.`);
	}
	const chosen = (job === undefined ? Object.keys(jobs) : [job]) as JobName[];
	const comparisons: Comparison[] = [];
	for (const name of chosen) comparisons.push(await compare(name, Number(window)));
	if (job === undefined) {
		comparisons.push(await compare('invoices200', trueWindowSeconds, { atOnce: true }));
	}
	if (write) await writeResults(comparisons);
}

/** Puts the results into the page about them, and draws one of them. */
async function writeResults(comparisons: Comparison[]): Promise<void> {
	await writeFile(page, withResults(await readFile(page, 'utf8'), comparisons));
	const drawn = comparisons.find(({ job }) => job === 'invoices1000');
	if (drawn) await writeFile(drawing, toChart(drawn));
}
