import type { Recovery } from '../../../nodes/shared/objects/recovery';
import type { Fault } from './fault';

/** What the rules of the matrix need to know of a request. */
export interface RequestKind {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** How it is found out what became of it; none for what only reads. */
	recovery?: Recovery['kind'];
	/** Whether what is found of it may be another one, so that only its absence is certain. */
	mayBeAnother?: boolean;
	/** Whether it asks for a state, which the object may be in already. */
	asksForState?: boolean;
	/** Whether it reads the list before it sends anything. */
	looksFirst?: boolean;
}

/** What must be true in the end. */
export interface Expectation {
	/**
	 * How often the portal has carried out the change. What does the same twice as once (removals, and what
	 * says so itself) counts once.
	 */
	holds: 0 | 1;
	/** What the item says of it. `failed`: it was not carried out. */
	says: 'done' | 'failed' | 'unknown';
}

/**
 * What must happen when a request meets a fault, in every error mode: the mode changes where an item says
 * it, not what is true.
 */
export function expected(kind: RequestKind, fault: Fault): Expectation {
	if (kind.recovery === undefined) return { holds: 0, says: expectedOfReading(fault) };
	if (kind.looksFirst && !isReadable(fault)) return { holds: 0, says: 'failed' };
	return expectedOfChange(kind, kind.recovery, fault);
}

/** A reading is tried again as long as that may help. */
function expectedOfReading(fault: Fault): Expectation['says'] {
	const { proves, lasts } = fault;
	if (isCutOff(fault)) return 'failed';
	if (proves === 'done') return 'done';
	return proves === 'refused' || lasts ? 'failed' : 'done';
}

function expectedOfChange(
	kind: RequestKind,
	recovery: Recovery['kind'],
	fault: Fault,
): Expectation {
	const { method, mayBeAnother } = kind;
	const { name, proves, carriesOut, lasts, then } = fault;
	const isRemoval = method === 'DELETE';
	if (isRemoval && name.startsWith('204')) return { holds: carriesOut ? 1 : 0, says: 'done' };
	if (proves === 'done') return { holds: 1, says: 'done' };
	if (proves === 'refused' || (proves === 'notYet' && lasts)) return { holds: 0, says: 'failed' };
	if (proves === 'notYet') {
		return then === undefined
			? { holds: 1, says: 'done' }
			: expectedOfChange(kind, recovery, { name, ...then });
	}
	// Nobody can say whether another one is this one, so nothing is sent again.
	if (recovery === 'none') return { holds: carriesOut ? 1 : 0, says: 'unknown' };
	// Nothing can be found out, nor sent again.
	if (isCutOff(fault)) return { holds: carriesOut ? 1 : 0, says: 'unknown' };
	if (recovery === 'repeat') return expectedOfRepeat(fault);
	// A removal is sent again at once: what was carried out before is refused then, and has to be confirmed.
	if (isRemoval && !isReadable(fault) && !carriesOut) return { holds: 1, says: 'done' };
	if (!isReadable(fault)) return { holds: carriesOut ? 1 : 0, says: 'unknown' };
	const found = mayBeAnother ? 'unknown' : 'done';
	if (carriesOut) return { holds: 1, says: found };
	// It is looked for, found absent, and sent once more.
	if (lasts) return { holds: 0, says: 'failed' };
	if (then?.proves === 'refused') return { holds: 0, says: 'failed' };
	return { holds: 1, says: then?.proves === 'nothing' ? found : 'done' };
}

/** Whether it can be read what became of a request, at once or a little later. */
function isReadable({ reading, readings, list }: Fault): boolean {
	return list === undefined && (reading === undefined || readings !== undefined);
}

/** Whether nothing more can be sent, because there is no access token any more. */
function isCutOff({ token }: Fault): boolean {
	return token?.expires === 'onArrival' && token.times === Infinity;
}

/** What does no harm twice is sent once more, without looking. */
function expectedOfRepeat({
	carriesOut,
	lasts,
	then,
}: Pick<Fault, 'carriesOut' | 'lasts' | 'then'>): Expectation {
	if (lasts) return { holds: carriesOut ? 1 : 0, says: 'unknown' };
	// A refusal of the second try says nothing of the first.
	if (then) return { holds: carriesOut || then.carriesOut ? 1 : 0, says: 'unknown' };
	return { holds: 1, says: 'done' };
}
