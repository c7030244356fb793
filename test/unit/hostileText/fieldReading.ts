import type { IDataObject, IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';
import type { Field } from '../../../nodes/MijnKlantportaal/execution/field';
import type { Calendar } from '../../../nodes/MijnKlantportaal/execution/filter';
import type { Operation } from '../../../nodes/MijnKlantportaal/execution/operation';
import { resources } from '../../../nodes/MijnKlantportaal/resources';
import { toDay } from '../../../nodes/shared/values/day';
import { attempt } from '../../../nodes/shared/values/wrongValue';
import { AMSTERDAM } from '../values/timeZones';
import { flatten } from './findFields';
import type { ReadField, UsedFilter } from './subject';

/** As much of n8n as reading a value asks for: an item with a file, and parameters that say nothing else. */
const CONTEXT = {
	getTimezone: () => AMSTERDAM,
	getNodeParameter: (_name: string, fallback: unknown) => fallback,
	getInputData: () => ({ json: {}, binary: { data: {} } }),
	helpers: {
		assertBinaryData: () => {
			throw new Error('There is no such file.');
		},
	},
} as unknown as IExecuteSingleFunctions;

/** A way in which text gets to what reads it. */
export type Way = (text: string) => unknown;

/** In each way in which a parameter can be given: by each mode of a resource locator, in each column of a row. */
export function waysIntoField(subject: ReadField): Way[] {
	const { property, mapping } = fieldOf(subject);
	const read = (value: unknown, mode?: string): unknown => mapping?.read(value, CONTEXT, mode);
	if (property.type === 'resourceLocator') {
		return (property.modes ?? []).map(
			({ name }) =>
				(text) =>
					read(text, name),
		);
	}
	if (property.type !== 'fixedCollection') return [read];
	return (property.options ?? []).flatMap((option) => {
		if (!('values' in option)) return [];
		const { name: rowName, values } = option;
		return [
			(text) => read({ [rowName]: text }),
			...values.map((tried): Way => {
				const plain = values.map((column) => [column.name, plainOf(column)] as const);
				return (text) =>
					read({ [rowName]: [{ ...Object.fromEntries(plain), [tried.name]: text }] });
			}),
		];
	});
}

/** As the value that is looked for, and in all that the objects of the list show. */
export function waysIntoFilter(subject: UsedFilter): Way[] {
	const { field, passes } =
		operationOf(subject).filters?.find(({ field: each }) => each.property.name === subject.name) ??
		missing(subject);
	const { options = [] } = field.property;
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	const plain = values.length > 0 ? values : [plainOf(field.property)];
	const showing = (text: string): IDataObject => new Proxy({}, { get: () => text });
	return [
		(text) => passes(showing('2026-07-01'), text, CALENDAR),
		...plain.map((value) => (text: string) => passes(showing(text), value, CALENDAR)),
	];
}

const CALENDAR: Calendar = {
	today: '2026-07-01',
	dayOf: (shown) => {
		const read = attempt(() => toDay(shown, AMSTERDAM));
		return 'value' in read ? read.value : undefined;
	},
};

/** What a person might give, as its placeholder says; what is hidden for other choices is left out. */
function plainOf({ placeholder, default: byDefault, displayOptions }: INodeProperties): unknown {
	if (displayOptions !== undefined) return undefined;
	return placeholder?.replace('e.g. ', '') ?? byDefault;
}

function fieldOf(subject: ReadField): Field {
	return (
		flatten(operationOf(subject).fields).find(({ property }) => property.name === subject.name) ??
		missing(subject)
	);
}

function operationOf(subject: ReadField | UsedFilter): Operation {
	return (
		resources
			.find(({ value }) => value === subject.resource)
			?.operations.find(({ value }) => value === subject.operation) ?? missing(subject)
	);
}

function missing({ resource, operation, name }: ReadField | UsedFilter): never {
	throw new Error(`There is no ${resource} > ${operation} > ${name}.`);
}
