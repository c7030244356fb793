import { AttachedFile } from '../transport/attachedFile';
import type { Connection } from '../transport/connection';
import type { Ending } from '../transport/ending';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import type { Purpose } from '../transport/request';
import { sentences, withoutFullStop } from '../values/sentence';
import { quote } from '../values/wrongValue';
import { directoryOf } from './directories';
import type { Sought } from './lookUp';
import { portalObjects } from './portalObjects';
import type { Recovery } from './recovery';

/** A request of which it is not known whether it was carried out. */
export interface Doubt extends Sought {
	purpose: Purpose;
	recovery: Recovery;
	/** How the request ended. */
	ending: Ending;
	/** When it was sent for the last time, by the clock of durations. */
	sentAt: number;
	/** Whether it may be sent once more when it was not carried out. */
	mayResend: () => Promise<boolean>;
}

/** What to say when nothing can settle it: what is unknown, and what a person has to look for. */
export function undecidable(doubt: Doubt, reason: string): Failure {
	const { connection, request, purpose, ending } = doubt;
	const { message, status } = explain(ending, connection, request, purpose);
	return new Failure(
		withoutFullStop(sentences(message, 'Whether the request was carried out is unknown')),
		`${reason} ${remedyFor(doubt)}`,
		status,
		true,
	);
}

function remedyFor(doubt: Doubt): string {
	return doubt.recovery.kind === 'repeat'
		? 'Run this item again: it does no harm twice.'
		: `Look in the portal for ${describeSubject(doubt)} before running this item again, so that nothing is done twice.`;
}

/**
 * What to say when it is not sent again: it was looked for long enough and is not there, or nobody looked
 * because it does no harm twice.
 */
export function givenUp(doubt: Doubt): Failure {
	if (doubt.recovery.kind === 'repeat') return undecidable(doubt, 'It was not answered.');
	const { connection, request, purpose, ending } = doubt;
	const { message, description, status } = explain(ending, connection, request, purpose);
	return new Failure(
		message,
		`Looked in the portal for ${describeSubject(doubt)}: the change was not made. ${description}`,
		status,
	);
}

/**
 * What the request was about, for a person or an agent that has to look for it:
 * `the invoice 2026-001 of customer Bakkerij De Gouden Korst (cst_…)`.
 */
function describeSubject({ connection, request, recovery, object, purpose }: Doubt): string {
	const given = namesToLookFor(recovery).flatMap((name) => {
		const value: unknown = request.body?.[name];
		return value === undefined ? [] : [{ name, value }];
	});
	const added = nounOf(recovery);
	const noun = added ?? object.noun;
	if (given.length === 0) {
		const parts = decodeURIComponent(request.url).split('/');
		return `the ${noun} ${parts.findLast((part) => part.includes('_')) ?? `at ${parts.join('/')}`}`;
	}
	let title = '';
	let owner = '';
	const facts: string[] = [];
	for (const { name, value } of given) {
		if (value instanceof AttachedFile || (added === undefined && name === object.knownBy)) {
			title = ` ${describeName(String(value))}`;
		} else if (name === 'customerId') {
			owner = ` of customer ${describeCustomer(connection, String(value))}`;
		} else {
			facts.push(`${purpose.displayNameOf?.(name) ?? name} ${shorten(String(value))}`);
		}
	}
	return `the ${noun}${title}${owner}${facts.length > 0 ? ` with ${facts.join(' and ')}` : ''}`;
}

/** A number or a file name as it is, other names in quotation marks. */
function describeName(text: string): string {
	const isWord = text.length <= LONGEST_FACT && !/\s/.test(text);
	return isWord && /[\d.]/.test(text) ? text : quote(text);
}

/** The customer by name, where it is known without asking, and by its ID. */
function describeCustomer(connection: Connection, id: string): string {
	const known = directoryOf(connection, portalObjects.customer).knownSoFar?.get(id)?.object;
	return known === undefined ? id : `${shorten(String(known.companyName))} (${id})`;
}

function nounOf(recovery: Recovery): string | undefined {
	if (recovery.kind === 'none') return recovery.noun;
	return recovery.kind === 'readBack' ? recovery.adds : undefined;
}

function namesToLookFor(recovery: Recovery): readonly string[] {
	if (recovery.kind === 'search') return recovery.match;
	return 'lookFor' in recovery ? (recovery.lookFor ?? []) : [];
}

const LONGEST_FACT = 80;

/** An answer to a ticket can be pages long. */
function shorten(text: string): string {
	return text.length > LONGEST_FACT ? quote(text) : text;
}
