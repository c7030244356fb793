/** What a resource locator holds. */
interface Chosen {
	value: unknown;
	mode?: unknown;
}

/**
 * The value of a resource locator; every other value as it is. Not n8n's own `extractValue`, which
 * searches the whole description of the node for each value of each item.
 */
export function chosenValue(given: unknown): unknown {
	return isChosen(given) ? given.value : given;
}

/** The way in which a resource locator names its object; undefined for every other value. */
export function chosenMode(given: unknown): string | undefined {
	return isChosen(given) && typeof given.mode === 'string' ? given.mode : undefined;
}

function isChosen(given: unknown): given is Chosen {
	return typeof given === 'object' && given !== null && '__rl' in given && 'value' in given;
}
