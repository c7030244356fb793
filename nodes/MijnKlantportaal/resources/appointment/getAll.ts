import { filters } from '../../fields/collection';
import { minute } from '../../fields/moment';
import { wholeNumber } from '../../fields/wholeNumber';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/list-appointments */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many appointments',
	description: 'Retrieve the appointments of a period, by default of the next 7 days',
	method: 'GET',
	url: '/appointments',
	scope: 'appointments.read',
	output: 'list',
	fields: [
		filters(
			minute({
				name: 'startAt',
				apiName: 'start_at',
				displayName: 'Start At',
				description:
					'Begin of the period, such as 2026-12-31 or 2026-12-31 14:30; now when left out',
				place: 'query',
			}),
			wholeNumber({
				name: 'days',
				displayName: 'Days',
				description: 'Length of the period in days; 7 when left out',
				placeholder: 'e.g. 7',
				default: 7,
				place: 'query',
			}),
		),
	],
};
