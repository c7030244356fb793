import type { Evidence } from '../judging/evidence';
import { isAmountField } from '../judging/byReading';
import { amountForm, maskOf, momentForm } from '../observing/forms';
import { prefixOf } from '../observing/leaves';
import { code, table, tally } from './markdown';

/** What was seen beside the contract: order, pages, limit, forms of values. */
export function describeObserved(evidence: Evidence): string {
	const { rate, pages, leaves, pickers } = evidence;
	const moments = leaves.flatMap(({ value }) => momentForm(value) ?? []);
	const amounts = leaves.filter(({ name, value }) => isAmountField(name) && value !== null);
	const facts: string[][] = [
		['Limit', rate.limit === undefined ? 'no header' : `${rate.limit}`],
		['Rate headers', `on ${rate.withHeaders} of ${rate.answers} answers`],
		['Rate window', rate.window],
		['Refused by the limit', `${rate.refusals}`],
		['Objects on a page', pages.sizes.filter(Number.isFinite).join(', ') || 'not seen'],
		['Parameters of next pages', pages.parameters.map(code).join(', ') || 'not seen'],
		[`${code('next_page_url')} of last pages`, pages.ends.join(', ') || 'not seen'],
		['Slowest answer', slowestOf(evidence)],
		['Headers of answers', headersOf(evidence).map(code).join(', ')],
		['Days and moments', tally(moments) || 'not seen'],
		['Amounts', tally(amounts.map(({ value }) => amountForm(value))) || 'not seen'],
	];
	const orders = [...evidence.orders].map(([operation, order]) => [code(operation), order]);
	const searches = pickers.map(({ operationId, objects, named, isFound }) => [
		code(operationId),
		`${named} of ${objects}`,
		isFound ? 'finds it' : 'does not find it',
	]);
	return [
		table(['What', 'Seen'], facts),
		'### Order of lists',
		table(['List', 'Order'], orders),
		'### Pickers',
		table(['List', 'Objects that show more than their ID', 'Search for one of them'], searches),
		'### Identifiers',
		table(['Field', 'Masks'], masksOf(evidence)),
	].join('\n\n');
}

function headersOf({ exchanges }: Evidence): string[] {
	const names = new Set(exchanges.flatMap(({ headers }) => Object.keys(headers)));
	return [...names].filter((name) => /^[a-z-]+$/.test(name)).sort();
}

function slowestOf({ exchanges }: Evidence): string {
	const slowest = Math.max(...exchanges.map(({ sentAt, answeredAt }) => answeredAt - sentAt));
	return `${(slowest / 1000).toFixed(1)} seconds`;
}

function masksOf({ leaves }: Evidence): string[][] {
	const prefixes = [...new Set(leaves.flatMap(({ schema }) => prefixOf(schema) ?? [])), 'fsd_'];
	const masks = new Map<string, string[]>();
	for (const { operationId, name, value, schema } of leaves) {
		// Of unknown fields nothing tells whether they are identifiers.
		if (prefixOf(schema) === undefined || value === null) continue;
		const field = `${operationId} ${name}`;
		masks.set(field, [...(masks.get(field) ?? []), maskOf(value, prefixes)]);
	}
	return [...masks].map(([field, seen]) => [code(field), tally(seen.map(code))]);
}
