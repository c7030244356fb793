import { portalObjects } from '../../../shared/objects/portalObjects';
import { minute } from '../../fields/dateFields';
import { formerFilters } from '../../fields/listFields';
import { wholeNumber } from '../../fields/numberFields';
import { getMany } from '../reading';

/** https://docs.developers.mijnklantportaal.nl/api-reference/appointments-api/list-appointments */
export const getAll = getMany(portalObjects.appointment, {
	description: 'Retrieve the appointments of a period, by default of the next 7 days',
	fields: [
		minute({
			name: 'startAt',
			apiName: 'start_at',
			displayName: 'From',
			description:
				'Begin of the period, such as 2026-12-31 14:30:00 or {{ $today }}; now when left empty',
			hint: 'Empty is now',
			place: 'query',
			formerly: 'filters.startAt',
		}),
		wholeNumber({
			name: 'days',
			displayName: 'Number of Days',
			description: 'How long the period is, counted from its begin; 7 when left empty',
			placeholder: 'e.g. 31',
			hint: 'Empty is 7',
			default: '',
			place: 'query',
			formerly: 'filters.days',
		}),
		formerFilters,
	],
});
