import { scopeOfOperation } from '../../../sandbox/scopes';
import type { Given } from '../check';
import { type Findings, judgeAll, summary } from './report';

const ISSUES =
	'https://github.com/n8n-nodes-mijnklantportaal/n8n-nodes-mijnklantportaal/issues/new?template=api-check.yml';

/** What the person is told in the end. */
export function describeFindings(
	findings: Findings,
	{ options, ledger, plan }: Pick<Given, 'options' | 'ledger' | 'plan'>,
): string {
	const judged = judgeAll(findings.evidence);
	const lines = judged.map(
		({ number, text, verdict, because }) => `  ${number.padEnd(4)}${verdict}: ${text} — ${because}`,
	);
	return [
		'',
		...lines,
		'',
		`Inferences: ${summary(judged)}.`,
		`Operations: ${describeOutcomes(findings)}.`,
		...notes(findings),
		...(plan ? [ledger.describe()] : []),
		'',
		`The report is in ${options.report}. It holds no data of your portal; look at it, then attach it to an issue:`,
		`  ${ISSUES}`,
	].join('\n');
}

function describeOutcomes({ evidence: { results } }: Findings): string {
	return (['ok', 'differs', 'not allowed', 'nothing to look at', 'no answer'] as const)
		.map((outcome) => `${results.filter((result) => result.outcome === outcome).length} ${outcome}`)
		.join(', ');
}

/** What keeps the check from showing much. */
function notes({ evidence: { results, leaves } }: Findings): string[] {
	const asked = results.filter(({ requests }) => requests > 0);
	const guarded = asked.filter(({ operation }) => scopeOfOperation[operation.operationId]);
	if (guarded.every(({ outcome }) => outcome === 'not allowed')) {
		return [
			'The key is right, but it has no scope to read anything with: make one with the scopes that read in MijnKlantportaal under Settings > API Keys.',
		];
	}
	if (leaves.length === 0) {
		return [
			'The portal is empty: no list holds anything, so little could be seen. Add a customer and an invoice, or use --write in a test portal.',
		];
	}
	return [];
}
