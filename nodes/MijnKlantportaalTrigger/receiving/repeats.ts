import { type PortalEvent } from '../../shared/objects/events';
import { portalObjects } from '../../shared/objects/portalObjects';
import { isIdentifier } from '../../shared/values/identifier';
import { type Leaf, leavesOf } from './payload';

/**
 * Whether a second call with the same body can only be a repeat of the first. The API documents no
 * identifier of a delivery, and two events may look the same: an empty body, or a second reply in a
 * ticket of which only the ticket is named. A lost event is worse than a second execution, so what
 * cannot be told apart is no repeat.
 */
export function isRecognisable(event: PortalEvent, payload: unknown): boolean {
	const leaves = leavesOf(payload);
	switch (event.recognisedBy) {
		case 'object':
			return leaves.some((leaf) => names(leaf, event));
		case 'message':
			return leaves.some(({ value }) => isIdentifier(value, portalObjects.ticketMessage));
		case 'content':
			return (
				typeof payload === 'object' &&
				leaves.some((leaf) => names(leaf, event)) &&
				leaves.some((leaf) => saysMore(leaf, event))
			);
		case 'nothing':
			return false;
	}
}

/** Whether the value names the object of the event; an `id` may have a form that is not known. */
function names({ field, value }: Leaf, { object }: PortalEvent): boolean {
	if (isIdentifier(value, object)) return true;
	if (field !== 'id' || isOfKnownKind(value)) return false;
	return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

function saysMore({ field, value }: Leaf, { type }: PortalEvent): boolean {
	return field !== 'id' && value !== type && value !== null && !isOfKnownKind(value);
}

function isOfKnownKind(value: unknown): boolean {
	return Object.values(portalObjects).some((object) => isIdentifier(value, object));
}
