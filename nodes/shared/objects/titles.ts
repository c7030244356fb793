import type { IDataObject } from 'n8n-workflow';

/**
 * A title of what a person recognises an object by: `2026-001 · € 12.95 · 2026-12-31`. Empty parts are
 * left out; an object that has none of them is shown by its ID.
 * @param parts Names of fields, or what makes a text of the object.
 */
export function titleOf(
	...parts: Array<string | ((object: IDataObject) => unknown)>
): (object: IDataObject) => string {
	return (object) =>
		parts
			.map((part) => (typeof part === 'string' ? object[part] : part(object)))
			.filter((part) => part !== undefined && part !== null && part !== '')
			.map(String)
			.join(' · ') || String(object.id);
}

/** `€ 12.95` */
export function euros({ amount }: IDataObject): string {
	return `€ ${String(amount)}`;
}

/** The customer by its name, where that is known. */
export function customerOf({ customerName, customerId }: IDataObject): unknown {
	return customerName ?? customerId;
}

/** The moment in that field to the minute: `2026-12-31T14:30:00+01:00` → `2026-12-31 14:30` */
export function minuteOf(field: string): (object: IDataObject) => string {
	return (object) => String(object[field]).slice(0, 16).replace('T', ' ');
}
