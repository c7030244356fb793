import type { IDataObject } from 'n8n-workflow';
import { portalObjects } from '../../shared/objects/portalObjects';
import { SearchWords } from '../../shared/objects/searchWords';
import { WrongValue } from '../../shared/values/wrongValue';
import type { Calendar, Filter } from '../execution/filter';
import { CREATED } from '../execution/narrowing';
import { choice } from './choiceFields';
import { day } from './dateFields';
import { howToName, locator } from './locators';
import { text } from './textFields';

/** Only what belongs to a customer. */
export const ofCustomer: Filter = {
	field: locator({
		object: portalObjects.customer,
		description: `Only what belongs to this customer. ${howToName(portalObjects.customer)}`,
		place: 'filter',
	}),
	passes: ({ customerId }, value) => customerId === value,
};

/** A state of an object: how it is called, and how it shows. */
interface State {
	name: string;
	value: string;
	/** The field `status` holds the value where nothing is said. */
	isIn?: (object: IDataObject, calendar: Calendar) => boolean;
}

/**
 * Only what is in a state.
 * @param states In the order of the canvas.
 */
export function inState(description: string, states: readonly State[]): Filter {
	return {
		field: choice({
			name: 'status',
			displayName: 'Status',
			description,
			options: states.map(({ name, value }) => ({ name, value })),
			place: 'filter',
		}),
		passes: (object, wanted, calendar) => {
			const state = states.find(({ value }) => value === wanted);
			return state?.isIn?.(object, calendar) ?? object.status === wanted;
		},
	};
}

/**
 * Only what holds all words of a text.
 * @param where Names of the fields that are searched.
 * @param description The same in words.
 */
export function withText(where: readonly string[], description: string): Filter {
	return {
		field: text({
			name: 'text',
			displayName: 'Text',
			description: `Only where each of these words stands in ${description}. Upper and lower case and accents do not matter.`,
			placeholder: 'e.g. hosting',
			place: 'filter',
		}),
		passes: (object, value) =>
			new SearchWords(String(value)).areIn(
				where.map((name) => object[name]),
				String(object.id),
			),
	};
}

/** Only what the day of a field lies between two days, both included. */
function period(
	[from, to]: readonly [string, string],
	displayName: string,
	shownAs: string,
	what: string,
): readonly Filter[] {
	return [
		{
			field: day({
				name: from,
				displayName: `${displayName} From`,
				description: `Only what was ${what} on this day or later`,
				place: 'filter',
			}),
			passes: (object, value, { dayOf }) => {
				const shown = dayOf(object[shownAs]);
				return shown !== undefined && shown >= String(value);
			},
		},
		{
			field: day({
				name: to,
				displayName: `${displayName} To`,
				description: `Only what was ${what} on this day or earlier`,
				place: 'filter',
			}),
			passes: (object, value, { dayOf }) => {
				const shown = dayOf(object[shownAs]);
				return shown !== undefined && shown <= String(value);
			},
		},
	];
}

/** When it was put into the portal. */
export const created = period(
	[CREATED.from, CREATED.to],
	'Created',
	'createdAt',
	'put into the portal',
);

/** The date that stands on it. */
export const issued = period(['issuedFrom', 'issuedTo'], 'Issued', 'issuedAt', 'issued');

/**
 * Nothing lies in a period that ends before it begins.
 * @throws WrongValue
 */
export function checkPeriods(values: IDataObject): void {
	for (const [from, to, displayName] of [
		[CREATED.from, CREATED.to, 'Created'],
		['issuedFrom', 'issuedTo', 'Issued'],
	] as const) {
		const { [from]: begin, [to]: end } = values;
		if (typeof begin !== 'string' || typeof end !== 'string' || begin <= end) continue;
		throw new WrongValue(
			`is before ${displayName} From: ${end} is before ${begin}`,
			'Exchange them, or leave one out.',
			`${displayName} To`,
		);
	}
}
