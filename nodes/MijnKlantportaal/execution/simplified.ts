import type { IDataObject } from 'n8n-workflow';

/**
 * A field that Simplify keeps: its name, or a new name for a value that stands deeper in the answer.
 * - `from`: where it stands, as in `links.onlinePaymentLink.href`.
 * - `each`: what is kept of each object, where it is a list of objects.
 */
export type SimplifiedField = string | { name: string; from: string; each?: readonly string[] };

/** An object with the fields that Simplify keeps, as far as it has them. */
export function simplify(object: IDataObject, fields: readonly SimplifiedField[]): IDataObject {
	const kept = fields.map((field) => {
		if (typeof field === 'string') return [field, object[field]] as const;
		const { name, from, each } = field;
		const value = valueAt(object, from);
		return [name, each && Array.isArray(value) ? simplifyEach(value, each) : value] as const;
	});
	// A name without value would come out as a column that is always empty, or as a key that JSON drops.
	return Object.fromEntries(kept.filter(([, value]) => value !== undefined)) as IDataObject;
}

function simplifyEach(objects: unknown[], fields: readonly string[]): unknown[] {
	return objects.map((each) => (isObject(each) ? simplify(each, fields) : each));
}

function valueAt(object: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), object);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
