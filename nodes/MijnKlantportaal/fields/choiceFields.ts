import { toChoice } from '../../shared/values/choice';
import { toFlag } from '../../shared/values/flag';
import type { Field } from '../execution/field';
import { buildField, type FieldOptions } from './buildField';

/** A choice between yes and no. */
export function flag(options: FieldOptions & { default?: boolean }): Field {
	return buildField(options, { type: 'boolean', default: options.default ?? false }, toFlag);
}

/**
 * One of the values that the API knows.
 * @param options.options Values with their names on the canvas, in the order of the canvas.
 */
export function choice(
	options: FieldOptions & {
		options: Array<{ name: string; value: string; description?: string }>;
		default?: string;
	},
): Field {
	const values = options.options.map(({ value }) => value);
	return buildField(
		options,
		{ type: 'options', options: options.options, default: options.default ?? values[0] },
		(value) => toChoice(value, values),
	);
}

/** How long a period of a subscription is; documented as the only ones (docs/api-facts.md, Formats). */
export const interval = choice({
	name: 'interval',
	displayName: 'Interval',
	description:
		'Period by which a subscription is extended: 14 days, 1 month, 2 months, 6 months or 1 year',
	options: [
		{ name: 'Every 14 Days', value: '14 days' },
		{ name: 'Every 2 Months', value: '2 months' },
		{ name: 'Every 6 Months', value: '6 months' },
		{ name: 'Every Month', value: '1 month' },
		{ name: 'Every Year', value: '1 year' },
	],
	default: '1 month',
	required: true,
});
