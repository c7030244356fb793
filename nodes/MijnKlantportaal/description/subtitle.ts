import type { Resource } from '../execution/operation';

/**
 * What stands under the node on the canvas, as an expression: `create from lines: invoice`. Names as the
 * canvas shows them and not values, which are the API's.
 */
export function toSubtitle(resources: Resource[]): string {
	const operationNames = resources.flatMap(({ operations }) =>
		operations.map(({ value, name }): [string, string] => [value, name.toLowerCase()]),
	);
	const resourceNames = resources.map(({ value, object }): [string, string] => [
		value,
		object.noun,
	]);
	const operation = nameFor('operation', operationNames);
	return `={{ ${operation} + ": " + ${nameFor('resource', resourceNames)} }}`;
}

/** JavaScript that gives the name for the value of the parameter, or the value where there is none. */
function nameFor(parameter: string, names: Array<[value: string, name: string]>): string {
	const different = names.filter(([value, name]) => value !== name);
	const value = `$parameter["${parameter}"]`;
	return `((${JSON.stringify(Object.fromEntries(different))})[${value}] || ${value})`;
}
