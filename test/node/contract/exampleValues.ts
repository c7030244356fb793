import type { INodeProperties } from 'n8n-workflow';
import type { Schema } from '../../../sandbox/contract/document';
import type { Filling } from './fillIn';
import { binaryFieldName } from './offeredFields';
import type { Stock } from './stock';

/** A number that the parameter takes. */
export function numberFor({ typeOptions }: INodeProperties, schema: Schema | undefined): number {
	const [example] = examplesOf(schema);
	return typeof example === 'number' ? example : (typeOptions?.minValue ?? 1);
}

/** What the ID field of a locator shows as its example begins with the kind of identifier it takes. */
export function prefixesOf({ modes = [] }: INodeProperties): string[] {
	const rules = modes.flatMap(({ validation = [] }) => validation);
	return [...new Set(JSON.stringify(rules).match(/\b[a-z]{3}_/g))];
}

/** An object in the portal, chosen in one of the ways that the parameter offers. */
export function locatorFor(
	property: INodeProperties,
	{ stock, variant }: Pick<Filling, 'stock' | 'variant'>,
) {
	const known = prefixesOf(property);
	const stocked = known.filter((prefix) => prefix in stock);
	const prefix = stocked[variant % stocked.length] ?? known[0] ?? '';
	const modes = property.modes ?? [];
	const mode = modes[variant % modes.length]?.name ?? 'id';
	return {
		__rl: true as const,
		mode,
		// What comes from elsewhere, such as a mandate, cannot be made here.
		value: stock[`${prefix}${mode}`] ?? stock[prefix] ?? `${prefix}abc12345def678`,
	};
}

/** JSON that the parameter takes: what it begins with, or the example of the documentation. */
export function jsonFor(
	property: INodeProperties,
	schema: Schema | undefined,
	filling: Pick<Filling, 'stock'>,
): string {
	const preset = String(property.default ?? '');
	if (/[[{]/.test(preset)) return preset;
	return JSON.stringify(exampleOf(schema ?? {}, filling.stock));
}

function exampleOf(schema: Schema, stock: Stock): unknown {
	if (schema.items) return [exampleOf(schema.items, stock)];
	if (schema.properties) {
		return Object.fromEntries(
			Object.entries(schema.properties).map(([name, field]) => [name, exampleOf(field, stock)]),
		);
	}
	const [example] = examplesOf(schema);
	return typeof example === 'string' ? inStock(example, stock) : example;
}

/** Text that the parameter takes: the example of the documentation where there is one. */
export function textFor(
	{ name, displayName, typeOptions }: INodeProperties,
	schema: Schema | undefined,
	{ stock }: Pick<Filling, 'stock'>,
): string {
	if (binaryFieldName.test(name)) return /signature/i.test(name) ? 'image' : 'data';
	if (/signature/i.test(name)) return 'data:image/png;base64,iVBORw0KGgo=';
	if (/(amount|price)/i.test(name)) return '12.95';
	if (name === 'quantity') return '2';
	const [example] = examplesOf(schema?.items ?? schema);
	if (example === undefined || example === null || typeOptions?.rows) return `Text: ${displayName}`;
	return inStock(String(example), stock);
}

/** An identifier of the documentation's examples, replaced by one that exists. */
function inStock(example: string, stock: Stock): string {
	const prefix = /^[a-z]{3}_/.exec(example)?.[0];
	return prefix === undefined ? example : (stock[prefix] ?? example);
}

function examplesOf(schema: Schema | undefined): unknown[] {
	return (schema?.examples as unknown[] | undefined) ?? [];
}
