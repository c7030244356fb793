import type { IDataObject } from 'n8n-workflow';
import type { Field } from './field';

/** What narrows a list down. The API has no such thing, so the node looks at each object that it reads. */
export interface Filter {
	/** A parameter whose place is `filter`. */
	field: Field;
	/** Whether an object is among those that the value means. */
	passes: (object: IDataObject, value: unknown, calendar: Calendar) => boolean;
}

/** Days as they are in the time zone of the workflow. */
export interface Calendar {
	/** `2026-12-31` */
	today: string;
	/** The day of a moment that the API shows; undefined where it shows none. */
	dayOf: (shown: unknown) => string | undefined;
}
