import { choice } from './choice';

// Documented as the only ones (guide, Formats).
const INTERVALS = [
	{ name: 'Every 14 Days', value: '14 days' },
	{ name: 'Every 2 Months', value: '2 months' },
	{ name: 'Every 6 Months', value: '6 months' },
	{ name: 'Every Month', value: '1 month' },
	{ name: 'Every Year', value: '1 year' },
];

/** How long a period of a subscription is. */
export const interval = choice({
	name: 'interval',
	displayName: 'Interval',
	description:
		'Period by which a subscription is extended: 14 days, 1 month, 2 months, 6 months or 1 year',
	options: INTERVALS,
	default: '1 month',
	required: true,
});
