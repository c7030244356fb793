import { cpus, totalmem } from 'node:os';
import { newestN8n } from '../tools/n8n/testedVersions';
import { contenders } from './contenders';
import { jobs } from './jobs';
import { rounded } from './output';
import type { Comparison } from './sideBySide';

const begin = '<!-- Written by npm run bench -- --write -->';
const end = '<!-- End of what is written -->';

/** Puts the results in their place in the page about them, and keeps those of other jobs and windows. */
export function withResults(page: string, comparisons: Comparison[]): string {
	const before = page.slice(0, page.indexOf(begin) + begin.length);
	const after = page.slice(page.indexOf(end));
	const kept = page
		.slice(before.length, page.indexOf(end))
		.split(/^(?=### )/m)
		.slice(1);
	const sections = new Map(
		[...kept, ...comparisons.map(toSection)].map((section) => [headingOf(section), section.trim()]),
	);
	return `${before}\n\n${[machine(), ...sections.values()].join('\n\n')}\n\n${after}`;
}

function headingOf(section: string): string {
	return section.slice(0, section.indexOf('\n'));
}

function machine(): string {
	const [{ model = 'processor' } = {}] = cpus();
	const gigabytes = rounded(totalmem() / 1024 ** 3, 0);
	const day = new Date().toISOString().slice(0, 10);
	return `${day}, n8n ${newestN8n.n8n}, Node.js ${process.version}, ${cpus().length} × ${model.trim()}, ${gigabytes} GB, ${process.platform}.`;
}

function toSection({ job, windowSeconds, scores }: Comparison): string {
	const rows = scores.map(({ contender, score }) => {
		const isComplete = score.lost === 0;
		const ratio = isComplete
			? `${rounded(score.seconds / score.floorSeconds, 2)} (${rounded(score.seconds)} of ${score.floorSeconds} s)`
			: '—';
		const cells = [
			contenders[contender].title,
			score.delivered,
			score.lost,
			score.twice,
			score.output,
			score.refused,
			ratio,
			`${rounded(score.megabytes, 0)} MB`,
			`${rounded(score.processorMilliseconds, 2)} ms`,
		];
		return `| ${cells.join(' | ')} |`;
	});
	return [
		`### ${jobs[job].title}, 60 requests per ${windowSeconds} s`,
		'',
		'| | Delivered | Lost | Twice | Items put out | Refused | Time over floor | Memory | Processor, each |',
		'| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
		...rows,
	].join('\n');
}
