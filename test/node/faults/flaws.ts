import type { PortalState } from '../../../sandbox/portal';
import { API_KEY } from '../portalFixture';
import type { TestedKind } from './requestKinds';
import type { ServedList } from './servedList';

/** Longer than this, nobody reads what an item says. */
const LONGEST_WORDS = 1500;

/** What no words of a failure may be. */
export function flawsOfWords(words: string): string[] {
	return [
		...(words.length > LONGEST_WORDS ? [`${words.length} characters are too long to read`] : []),
		...(/TypeError|undefined|NaN|\[object|Cannot read|tell the makers/.test(words)
			? [`it says "${words.slice(0, 300)}"`]
			: []),
		...(words.includes(API_KEY) ? ['the token stands in the words'] : []),
	];
}

/** What comes out has to be what the portal holds, and all of it where a list is read. */
export function flawsOfItems(
	{ recovery }: TestedKind,
	items: Array<{ json: object }>,
	state: PortalState,
	served: ServedList | undefined,
): string[] {
	const out = new Set(items.map(({ json }) => ('id' in json ? json.id : undefined)));
	if (recovery === undefined) {
		const missing = (served?.ids?.() ?? []).filter((id) => !out.has(id));
		return missing.length === 0 ? [] : [`${missing.join(', ')} did not come out`];
	}
	const stored = JSON.stringify(state);
	return [...out].flatMap((id) =>
		id !== undefined && stored.includes(String(id)) ? [] : [`the portal holds no ${String(id)}`],
	);
}
