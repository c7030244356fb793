/**
 * The value of a resource locator; every other value as it is. Not n8n's own `extractValue`, which
 * searches the whole description of the node for each value of each item.
 */
export function chosenValue(given: unknown): unknown {
	const isLocator = typeof given === 'object' && given !== null && '__rl' in given;
	return isLocator && 'value' in given ? given.value : given;
}
