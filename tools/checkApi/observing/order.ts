import { type Exchange, isSuccess, objectsOf } from '../asking/exchange';
import { operationOf } from '../contractOperations';

/** How the objects of a list follow each other. */
export type Order = 'newest first' | 'oldest first' | 'neither' | 'cannot be told';

const MOMENTS = ['createdAt', 'issuedAt', 'postedAt'];

/** The order of each list that is answered in pages, by operationId. */
export function ordersOf(exchanges: readonly Exchange[]): Map<string, Order> {
	const lists = new Map<string, Record<string, unknown>[]>();
	for (const exchange of exchanges) {
		const { operationId } = exchange;
		if (operationId === undefined || !isSuccess(exchange)) continue;
		if (operationOf(operationId).kind !== 'pages') continue;
		lists.set(operationId, [...(lists.get(operationId) ?? []), ...objectsOf(exchange.body)]);
	}
	return new Map([...lists].map(([operationId, objects]) => [operationId, orderOf(objects)]));
}

function orderOf(objects: Record<string, unknown>[]): Order {
	const name = MOMENTS.find((candidate) => objects.every((object) => candidate in object));
	const instants = objects.map((object) => Date.parse(String(name && object[name])));
	const steps = instants.slice(1).map((instant, index) => instant - (instants[index] ?? NaN));
	if (steps.some(Number.isNaN) || steps.every((step) => step === 0)) return 'cannot be told';
	if (steps.every((step) => step <= 0)) return 'newest first';
	return steps.every((step) => step >= 0) ? 'oldest first' : 'neither';
}
