import type { IDataObject } from 'n8n-workflow';
import { now } from '../transport/clock';
import { statusOf } from '../transport/ending';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import { isMultipart } from '../transport/multipart';
import { pause } from '../transport/pause';
import { send } from '../transport/send';
import { ExecutionCancelled } from '../transport/stop';
import { sentences } from '../values/sentence';
import { type Doubt, givenUp, undecidable } from './doubt';
import { Inconclusive, readBack, searchList } from './lookUp';
import { noteMade } from './made';
import { asksForState } from './recovery';

/** How soon after the end of a request it is looked for, in milliseconds: it mostly is there. */
const FIRST_LOOK = 1000;

/**
 * How long after all of it was sent a request may still be at work in the API, in milliseconds: PHP ends scripts
 * after 30 seconds unless it is told otherwise, and the API's answers look like those of a framework in PHP
 * (inferred; docs/api-facts.md). What is absent after that was not made.
 */
const LONGEST_WORK = 30_000;

/**
 * Settles a request whose end is ambiguous: finds what it made, or sends it once more when it certainly
 * made nothing.
 * @returns The object as the API knows it.
 * @throws Failure that says what is unknown and what to check.
 */
export async function recover(doubt: Doubt): Promise<IDataObject> {
	return await settle(doubt).catch((cause: unknown) => {
		throw cause instanceof ExecutionCancelled
			? undecidable(doubt, 'The execution was canceled before that could be found out.')
			: cause;
	});
}

async function settle(doubt: Doubt): Promise<IDataObject> {
	const found = await lookUntilCertain(doubt);
	if (found !== undefined) return found;
	if (!(await doubt.mayResend())) throw givenUp(doubt);

	const { connection, request, stop, recovery } = doubt;
	const { ending, result, sentAt, isAmbiguous, isRepeated } = await send(connection, request, {
		stop,
		isUrgent: true,
	}).catch((cause: unknown) => {
		throw recovery.kind === 'repeat' ? unrepeated(doubt, cause) : cause;
	});
	const second: Doubt = { ...doubt, ending, sentAt };
	if (isAmbiguous) {
		const foundNow = await lookUntilCertain(second);
		if (foundNow !== undefined) return foundNow;
		throw givenUp(second);
	}
	if (result !== undefined) {
		noteMade(connection, request, doubt.object, recovery, { sentAt }, result);
		return result;
	}
	// What does no harm twice was not looked for: of that, the first try is in doubt still.
	if (ending.kind === 'notSent' && !isRepeated) {
		throw givenUp(recovery.kind === 'repeat' ? doubt : second);
	}
	// A refusal may mean that the first request came through after all, later than it was looked for.
	return await settleRefusal(second, true);
}

/**
 * Settles a request that was refused: what stands in its way may be that it is done already, by a try before
 * it, by the run before this one, or by a person.
 * @param isRepeated Whether it was sent again after a try without answer.
 * @returns The object as the API knows it.
 * @throws Failure: the refusal, where the change does not show; else what is unknown of the try before.
 */
export async function settleRefusal(doubt: Doubt, isRepeated: boolean): Promise<IDataObject> {
	const { ending, connection, request, purpose, recovery } = doubt;
	// The try before may have been carried out, and nothing shows it.
	if (isRepeated && recovery.kind === 'repeat') throw givenUp(doubt);
	const found = isRepeated ? await look(doubt, now()) : await lookForState(doubt);
	if (found !== undefined) return found;
	throw explain(ending, connection, request, purpose);
}

/** What the API answers to a change that is made already, and to others (docs/api-facts.md, Errors). */
const MADE_ALREADY = [409, 422];

/** @returns The object where it is in the state that was asked for; nothing is unknown where it cannot be read. */
async function lookForState(doubt: Doubt): Promise<IDataObject | undefined> {
	const { ending, recovery } = doubt;
	if (!asksForState(recovery) || !MADE_ALREADY.includes(statusOf(ending) ?? 0)) return undefined;
	return await readBack(doubt, recovery).catch((cause: unknown) => {
		if (cause instanceof Failure || cause instanceof ExecutionCancelled) return undefined;
		throw cause;
	});
}

/**
 * @returns Undefined when the request certainly was not carried out.
 * @throws Failure when there is no way to know.
 */
async function lookUntilCertain(doubt: Doubt): Promise<IDataObject | undefined> {
	const { connection, request, recovery, stop, sentAt } = doubt;
	if (recovery.kind === 'none') throw undecidable(doubt, recovery.reason);
	const endedAt = now();
	await pause(FIRST_LOOK, stop);
	if (recovery.kind === 'repeat') return undefined;
	const found = await lookOnce(doubt, endedAt).catch((cause: unknown) => {
		// In an outage the list cannot be read either, but may be when the work has ended.
		if (mayPass(cause)) return undefined;
		throw inDoubt(doubt, cause);
	});
	if (found !== undefined) return found;
	// A file may take longer to send than to work on, and is worked on when all of it is there.
	const workBegins = isMultipart(request.body ?? {}) ? endedAt : sentAt;
	const workEnds = workBegins + LONGEST_WORK;
	if (workEnds + FIRST_LOOK > (connection.deadline ?? Infinity)) {
		throw undecidable(doubt, 'It may still be under way.');
	}
	// A moment later, so that what was sent at about the same time is found in one reading of the list.
	await pause(Math.max(0, workEnds + FIRST_LOOK - now()), stop);
	return await look(doubt, workEnds);
}

/** Whether looking again may work: the API did not answer, or not as it does otherwise. */
function mayPass(cause: unknown): boolean {
	if (cause instanceof Inconclusive) return cause.mayPass;
	if (!(cause instanceof Failure)) return false;
	const { status = 0 } = cause;
	return status < 400 || status >= 500 || status === 429;
}

async function look(doubt: Doubt, since: number): Promise<IDataObject | undefined> {
	return await lookOnce(doubt, since).catch((cause: unknown) => {
		throw inDoubt(doubt, cause);
	});
}

async function lookOnce(doubt: Doubt, since: number): Promise<IDataObject | undefined> {
	const { recovery } = doubt;
	if (recovery.kind === 'search') return await searchList(doubt, recovery, since);
	return recovery.kind === 'readBack' ? await readBack(doubt, recovery) : undefined;
}

/** What to throw when it was not sent again, though nobody looked whether it was carried out before. */
function unrepeated(doubt: Doubt, cause: unknown): unknown {
	if (!(cause instanceof Failure)) return cause;
	return undecidable(doubt, sentences(`Sending it again did not work: ${cause.message}`));
}

/** What to throw when looking failed: other errors go on their way. */
function inDoubt(doubt: Doubt, cause: unknown): unknown {
	if (!(cause instanceof Failure)) return cause;
	const result =
		cause instanceof Inconclusive ? 'Looked it up' : 'Looking it up did not work either';
	return undecidable(doubt, sentences(`${result}: ${cause.message}`));
}
