import type { IDataObject } from 'n8n-workflow';
import type { Recovery } from '../../shared/objects/recovery';
import { isSameValue } from '../../shared/values/sameValue';
import { WrongValue } from '../../shared/values/wrongValue';

/**
 * A change has to change something: the API refuses an empty one (documented for customers only).
 * @throws WrongValue
 */
export function checkChange(body: IDataObject): void {
	if (Object.keys(body).length > 0) return;
	throw new WrongValue('has no fields', 'Add at least one field to change.', 'Update Fields');
}

/** A change is carried out when the object shows all of it. */
export const changeRecovery: Recovery = { kind: 'readBack', isDone: shows };

/**
 * Moments and amounts may be written in another way; a text that differs in case only is not changed yet. A
 * moment that the object had before, moved to another one, is no sign of the change.
 */
function shows(object: IDataObject, change: IDataObject): boolean {
	return Object.entries(change).every(([name, value]) =>
		/At$|^(amount|price)$/.test(name)
			? isSameValue(name, object[name], value)
			: String(object[name]) === String(value),
	);
}
