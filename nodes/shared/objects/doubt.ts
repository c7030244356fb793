import { AttachedFile } from '../transport/attachedFile';
import type { Ending } from '../transport/ending';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import type { Purpose } from '../transport/request';
import { quote } from '../values/wrongValue';
import type { Sought } from './lookUp';
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
	mayResend: () => boolean;
}

/** What to say when nothing can settle it: what is unknown, and what a person has to look for. */
export function undecidable(doubt: Doubt, reason: string): Failure {
	const { connection, request, purpose, ending } = doubt;
	const { message, status } = explain(ending, connection, request, purpose);
	return new Failure(
		`${message.replace(/\.$/, '')}. Whether the request was carried out is unknown`,
		`${reason} Look in the portal for ${describeSubject(doubt)} before running this item again, so that nothing is done twice.`,
		status,
		true,
	);
}

/** What to say when it was looked for long enough and is not there. */
export function notCarriedOut(doubt: Doubt): Failure {
	const { connection, request, purpose, ending, recovery } = doubt;
	const failure = explain(ending, connection, request, purpose);
	// Nobody looked, because to send it again does no harm.
	if (recovery.kind === 'repeat') return failure;
	const { message, description, status } = failure;
	return new Failure(
		message,
		`Looked in the portal for ${describeSubject(doubt)}: the change was not made. ${description}`,
		status,
	);
}

/** What the request was about, for a person who has to look for it: `invoiceNumber 2026-001`. */
function describeSubject({ request, recovery, object }: Doubt): string {
	const facts = namesToLookFor(recovery).flatMap((name) => {
		const value: unknown = request.body?.[name];
		if (value === undefined) return [];
		return [`${value instanceof AttachedFile ? 'name' : name} ${shorten(String(value))}`];
	});
	const noun = (recovery.kind === 'none' ? recovery.noun : undefined) ?? object.noun;
	return facts.length > 0
		? `the ${noun} with ${facts.join(' and ')}`
		: `the ${noun} at ${decodeURIComponent(request.url)}`;
}

function namesToLookFor(recovery: Recovery): readonly string[] {
	if (recovery.kind === 'search') return recovery.match;
	return recovery.kind === 'none' ? recovery.lookFor : [];
}

const LONGEST_FACT = 80;

/** An answer to a ticket can be pages long. */
function shorten(text: string): string {
	return text.length > LONGEST_FACT ? quote(text) : text;
}
