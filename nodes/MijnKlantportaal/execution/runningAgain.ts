import { asksForState } from '../../shared/objects/recovery';
import type { WriteOperation } from './operation';

/**
 * What it means to carry out once more what was carried out already, as n8n's Retry does.
 * - `onlyMissing`: what exists is known, and only what is missing is made.
 * - `sameChange`: the same change once more, which makes nothing twice. Where the API refuses what is so
 *   already, that counts as done.
 * - `again`: all of it a second time, as the API does not tell what was done.
 */
export type Again = 'onlyMissing' | 'sameChange' | 'again';

/** What it means for an operation. */
export function whenRunAgain({ existing, upsert, recovery }: WriteOperation): Again {
	if (existing !== undefined) return 'onlyMissing';
	if (upsert !== undefined) return 'sameChange';
	if (recovery.kind === 'repeat') return 'sameChange';
	return asksForState(recovery) ? 'sameChange' : 'again';
}

/** How to go on after a run that ended half-way, for a person. */
export const HOW_TO_GO_ON: Record<Again, string> = {
	onlyMissing:
		"n8n's Retry makes only what is missing; so does running again with Output the Existing One under If It Exists",
	sameChange: "n8n's Retry and running again send the same changes once more, which does no harm",
	again:
		"n8n's Retry and running again carry out all items once more, so first look in the portal and run only those that are missing there",
};
