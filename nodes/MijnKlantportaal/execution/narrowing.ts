import type { IDataObject } from 'n8n-workflow';
import { OrderWatch } from '../../shared/objects/listOrder';
import { toDay } from '../../shared/values/day';
import { attempt } from '../../shared/values/wrongValue';
import type { Calendar, Filter } from './filter';

/** Names of the filters that bound the moment at which an object was made, by which lists are ordered. */
export const CREATED = { from: 'createdFrom', to: 'createdTo' } as const;

/** Picks from a list what passes all filters of an item, and knows when nothing more can. */
export class Narrowing {
	private readonly watch = new OrderWatch();
	private readonly calendar: Calendar;
	private last: IDataObject | undefined;

	/**
	 * @param values What is asked for, by name of the filter; no value where it does not matter.
	 * @param timeZone The workflow's (IANA name).
	 */
	constructor(
		private readonly filters: readonly Filter[],
		private readonly values: IDataObject,
		timeZone: string,
	) {
		const dayOf = (shown: unknown): string | undefined => {
			const read = attempt(() => toDay(shown, timeZone));
			return 'value' in read ? read.value : undefined;
		};
		this.calendar = { today: toDay(new Date(), timeZone), dayOf };
	}

	/** Whether an object passes. Of every object of the list, in its order. */
	passes(object: IDataObject): boolean {
		this.watch.add(object);
		this.last = object;
		return this.filters.every(({ field, passes }) => {
			const value = this.values[field.property.name];
			return value === undefined || passes(object, value, this.calendar);
		});
	}

	/**
	 * Whether nothing behind the last object can pass: the list goes from new to old and it is too old, or
	 * the other way round. The order is observed, as it is documented nowhere (docs/api-facts.md, I2).
	 */
	get isOver(): boolean {
		const day = this.calendar.dayOf(this.last?.createdAt);
		if (day === undefined) return false;
		const { [CREATED.from]: from, [CREATED.to]: to } = this.values;
		if (this.watch.order === 'newestFirst') return typeof from === 'string' && day < from;
		return this.watch.order === 'oldestFirst' && typeof to === 'string' && day > to;
	}
}
