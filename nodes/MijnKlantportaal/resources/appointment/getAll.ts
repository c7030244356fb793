import { portalObjects } from '../../../shared/objects/portalObjects';
import { filters } from '../../fields/collections';
import { minute } from '../../fields/dateFields';
import { wholeNumber } from '../../fields/numberFields';
import { getMany } from '../reading';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/list-appointments */
export const getAll = getMany(portalObjects.appointment, {
	description: 'Retrieve the appointments of a period, by default of the next 7 days',
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
});
