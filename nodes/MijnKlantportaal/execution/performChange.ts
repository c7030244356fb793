import type { IDataObject } from 'n8n-workflow';
import type { Doubt } from '../../shared/objects/doubt';
import { readBack } from '../../shared/objects/lookUp';
import { noteMade } from '../../shared/objects/made';
import { recover, settleRefusal } from '../../shared/objects/recover';
import { statusOf } from '../../shared/transport/ending';
import { Failure } from '../../shared/transport/failure';
import type { Passage } from '../../shared/transport/hold';
import { send } from '../../shared/transport/send';
import type { Job } from './job';
import type { WriteOperation } from './operation';

/**
 * Carries out what changes something, and tells the others of the run whether the API answers.
 * @returns The object as the API knows it; what became of a request without answer is found out first.
 * @throws Failure; the reason of the job's stop.
 */
export async function performChange(job: Job, operation: WriteOperation): Promise<IDataObject> {
	const passage = job.hold.passage();
	try {
		return await performInPassage(job, operation, passage);
	} finally {
		passage.leave();
	}
}

/** Carries it out, and finds out what became of it where the answer does not tell. */
async function performInPassage(
	job: Job,
	{ makes = job.object, recovery }: WriteOperation,
	passage: Passage,
): Promise<IDataObject> {
	const { connection, request, purpose, stop, cancelled, hold, onLimit } = job;
	const outcome = await send(connection, request, { stop, cancelled, passage, onLimit });
	const { ending, result, sentAt, isAmbiguous, isRepeated } = outcome;
	if (result !== undefined) {
		hold.noteAnswer();
		noteMade(connection, request, makes, recovery, outcome, result);
		return result;
	}
	const status = statusOf(ending);
	const doubt: Doubt = {
		connection,
		request,
		purpose,
		object: makes,
		recovery,
		// A try before this one was sent.
		ending: isRepeated && ending.kind === 'notSent' ? { ...ending, kind: 'lost' } : ending,
		sentAt,
		mayResend: async () => (await passage.mayTryAgain(cancelled)) && stop.reason === undefined,
		stop: cancelled,
	};
	if (request.method === 'DELETE' && status === 204) return await readRemoved(doubt);
	const isRefused = status !== undefined && status >= 400 && status < 500;
	if (isAmbiguous || (isRepeated && !isRefused)) {
		hold.noteUnanswered();
		const found = await hold
			.during(async () => await recover(doubt))
			.catch((cause: unknown) => {
				if (isRefusal(cause)) hold.noteAnswer();
				throw cause;
			});
		hold.noteAnswer();
		return found;
	}
	if (status !== undefined) hold.noteAnswer();
	return await settleRefusal(doubt, isRepeated);
}

/** Whether the API answered in the end, with a refusal. */
function isRefusal(cause: unknown): boolean {
	if (!(cause instanceof Failure) || cause.isUndecided) return false;
	const { status = 0 } = cause;
	return status >= 400 && status < 500 && status !== 408;
}

/** What was removed or closed, as far as it can still be read: that it was is certain. */
async function readRemoved(doubt: Doubt): Promise<IDataObject> {
	const { request } = doubt;
	const found = await readBack(doubt, { kind: 'readBack', isDone: () => true }).catch(
		(cause: unknown) => {
			if (cause instanceof Failure) return undefined;
			throw cause;
		},
	);
	return found ?? { id: decodeURIComponent(request.url.split('/').at(-1) ?? '') };
}
