import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { readContract } from '../../../sandbox/contract/document';
import type { Evidence } from '../judging/evidence';
import { factsFile, type Inference, judge, readInferences } from '../judging/inferences';
import type { Verdict } from '../judging/verdict';
import type { OperationResult } from '../reading/results';
import type { Made } from '../writing/ledger';
import { code, table, tally } from './markdown';
import { describeObserved } from './observed';
import { withhold } from './withhold';

/** What the report is made of. */
export interface Findings {
	evidence: Evidence;
	/** Of the person; must not be in the report. */
	key: string;
	/** `YYYY-mm-dd` */
	day: string;
	/** Whether the default address was asked. */
	isRealApi: boolean;
	made: readonly Made[];
}

/** An inference and what was found of it. */
export type Judged = Inference & Verdict;

/** What was found of each inference. */
export function judgeAll(evidence: Evidence): Judged[] {
	return readInferences().map((inference) => ({ ...inference, ...judge(inference, evidence) }));
}

/** The report as Markdown: names, types, counts, statuses and headers, and no value of the portal. */
export function writeReport(findings: Findings): string {
	const { evidence, key } = findings;
	const judged = judgeAll(evidence);
	const sections = [
		'# Check against the API of MijnKlantportaal',
		introduction(findings),
		'## Inferences',
		summary(judged),
		table(
			['No.', 'Inference', 'Found', 'Because'],
			judged.map(({ number, text, verdict, because }) => [number, text, verdict, because]),
		),
		'## Operations',
		tally(evidence.results.map(({ outcome }) => outcome)),
		table(
			['Operation', 'Outcome', 'Statuses', 'Requests'],
			evidence.results.map(({ operation, outcome, statuses, requests }) => [
				code(operation.operationId),
				outcome,
				statuses.join(', '),
				String(requests),
			]),
		),
		'## Differences from the contract',
		describeDifferences(evidence.results),
		'## Observed',
		describeObserved(evidence),
		...(evidence.writing ? ['## Written', describeWritten(findings)] : []),
	];
	return withhold(
		`${sections.join('\n\n')}\n`,
		key,
		evidence.exchanges,
		`${vocabulary()}\n${findings.day}`,
	);
}

function introduction({ day, isRealApi, evidence }: Findings): string {
	const { scopes } = evidence;
	return table(
		['', ''],
		[
			['Day', day],
			['Version of the node', version],
			['Asked', isRealApi ? 'the API of MijnKlantportaal' : 'another address'],
			['Kind of check', evidence.writing ? 'reading and writing' : 'reading'],
			['Scopes of the key', scopes?.map(code).join(', ') ?? 'not named'],
		],
	);
}

/** `3 confirmed, 1 otherwise, 20 still open` */
export function summary(judged: readonly Verdict[]): string {
	return (['confirmed', 'otherwise', 'still open'] as const)
		.map((kind) => `${judged.filter(({ verdict }) => verdict === kind).length} ${kind}`)
		.join(', ');
}

function describeDifferences(results: readonly OperationResult[]): string {
	const rows = results.flatMap(({ operation, differences }) =>
		differences.map((difference) => [code(operation.operationId), difference]),
	);
	return rows.length === 0 ? 'None.' : table(['Operation', 'Difference'], rows);
}

function describeWritten({ evidence, made }: Findings): string {
	const { writing } = evidence;
	const call = writing?.webhook?.call;
	return [
		table(
			['Made', 'Now'],
			made.map(({ kind, state }) => [kind, state]),
		),
		...(writing?.failures ?? []).map((failure) => `- ${failure}`),
		...(call
			? [
					`The webhook call: ${call.method}, ${code(call.contentType)}, headers ${call.headers.map(code).join(', ') || 'none'}, fields ${call.fields.map(code).join(', ') || 'none'}.`,
				]
			: []),
	].join('\n\n');
}

/** The words of this project: they are no data of a portal, even when it holds them as well. */
function vocabulary(): string {
	const own = ['report.ts', 'observed.ts'].map((name) =>
		readFileSync(join(__dirname, name), 'utf8'),
	);
	return [JSON.stringify(readContract()), readFileSync(factsFile, 'utf8'), ...own].join('\n');
}
