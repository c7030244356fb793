import type { IDataObject } from 'n8n-workflow';
import type { Recovery } from '../../shared/objects/recovery';
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

function shows(object: IDataObject, change: IDataObject): boolean {
	return Object.entries(change).every(([name, value]) =>
		// The API writes moments in another form than it reads them.
		name.endsWith('At') ? Boolean(object[name]) : String(object[name]) === String(value),
	);
}
