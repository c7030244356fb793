import type { IDataObject } from 'n8n-workflow';
import type { PortalObject } from '../../../nodes/shared/objects/portalObject';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { type Exchange, isSuccess, objectsOf } from '../asking/exchange';
import { operationOf } from '../contractOperations';

/** What the node's pickers make of a list. */
export interface PickerObservation {
	operationId: string;
	objects: number;
	/** Objects that show more than their ID. */
	named: number;
	/** Whether a search for a part of the last name finds its object. */
	isFound: boolean;
}

/** Lets the node's own pickers name the objects that were read, and search among them. */
export function searchInLists(exchanges: readonly Exchange[]): PickerObservation[] {
	return Object.values<PortalObject>(portalObjects).flatMap(({ path, title: name, heldIn }) => {
		if (path === undefined || name === undefined || heldIn !== undefined) return [];
		const pages = exchanges.filter((exchange) => isListAt(path, exchange));
		const objects = pages.flatMap(({ body }) => objectsOf(body)) as IDataObject[];
		const last = objects.at(-1);
		const [page] = pages;
		if (last === undefined || page?.operationId === undefined) return [];
		const wanted = name(last).slice(0, 12).toLocaleLowerCase('nl');
		const found = objects.filter((object) => name(object).toLocaleLowerCase('nl').includes(wanted));
		return [
			{
				operationId: page.operationId,
				objects: objects.length,
				named: objects.filter((object) => isNamed(name(object), object)).length,
				isFound: found.includes(last),
			},
		];
	});
}

function isListAt(url: string, exchange: Exchange): boolean {
	if (exchange.operationId === undefined || !isSuccess(exchange)) return false;
	const { path, kind } = operationOf(exchange.operationId);
	return kind !== 'object' && path.replaceAll(/\{\w+\}/g, '{}') === url.replace(/\{\w+\}/g, '{}');
}

function isNamed(name: string, { id }: IDataObject): boolean {
	return name !== String(id) && !/\b(undefined|null|NaN)\b/.test(name);
}
