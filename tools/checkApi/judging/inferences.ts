import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as reading from './byReading';
import * as writing from './byWriting';
import type { Evidence } from './evidence';
import { judgeScopeOf, judgeScopes } from './scopes';
import { stillOpen, type Verdict } from './verdict';

/** An inference as docs/api-facts.md lists it. */
export interface Inference {
	/** `I1` */
	number: string;
	text: string;
}

const judges: Record<string, (evidence: Evidence) => Verdict> = {
	I1: reading.judgeWindow,
	I2: reading.judgeOrder,
	I3: reading.judgePages,
	I4: writing.judgeBooleans,
	I5: writing.judgeArrays,
	I6: writing.judgeZone,
	I7: reading.judgeMoments,
	I8: reading.judgeAmounts,
	I9: reading.judgeIdentifiers,
	I10: judgeScopes,
	I11: writing.judgeInvoiceScope,
	I12: judgeScopeOf('list-punch-cards', undefined),
	I13: judgeScopeOf('list-customer-subscription-packages', 'subscription.read'),
	I14: reading.judgeRefusals,
	I15: reading.judgeTokenAddress,
	I16: reading.judgeAgreements,
	I17: writing.judgeSignature,
	I18: writing.judgePayload,
	I19: writing.judgeWebhookDeletion,
	I20: writing.judgeNumber,
	I21: writing.judgeListing,
	I22: writing.judgeChanges,
	I23: writing.judgeDownload,
	I24: writing.judgeRefusal,
	I25: reading.judgePeriod,
	I29: writing.judgeDeletions,
};

const NOT_ASKED = stillOpen('not asked; docs/api-facts.md says why');

/** The page that lists them. */
export const factsFile = join(__dirname, '..', '..', '..', 'docs', 'api-facts.md');

/** The inferences, from the one place that lists them. */
export function readInferences(): Inference[] {
	const rows = readFileSync(factsFile, 'utf8').matchAll(/^\| (I\d+) +\| (.*?) +\|/gm);
	return [...rows].map(([, number = '', text = '']) => ({ number, text }));
}

/** What was found of an inference. */
export function judge({ number }: Inference, evidence: Evidence): Verdict {
	return judges[number]?.(evidence) ?? NOT_ASKED;
}

/** Numbers of the inferences that the check can settle. */
export const judged: readonly string[] = Object.keys(judges);
