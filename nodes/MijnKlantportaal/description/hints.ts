import type { NodeHint } from 'n8n-workflow';

/** Requests per minute that the API takes (docs/api-facts.md, Rate limiting). */
const LIMIT = 60;

/** Durations that are told apart, in minutes. */
const MINUTES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 45, 60];

/**
 * How long a run takes, above the spinner that n8n shows meanwhile. One hint for each duration, because n8n
 * evaluates when a hint is shown and not what it says (n8n 2.41, getNodeHints); and no more than that
 * can be shown while a declarative node runs.
 */
export const hints: NodeHint[] = MINUTES.map((minutes, index) => {
	const next = MINUTES[index + 1];
	const isInRange = [
		`$input.all().length > ${minutes * LIMIT}`,
		...(next === undefined ? [] : [`$input.all().length <= ${next * LIMIT}`]),
	].join(' && ');
	return {
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'beforeExecution',
		displayCondition: `={{ ${isInRange} }}`,
		message: `At one request per item this takes about ${textOf(minutes, next)}: the API takes ${LIMIT} a minute. The log of n8n tells how far it is.`,
	};
});

function textOf(minutes: number, next: number | undefined): string {
	if (next === undefined) return 'an hour or longer';
	if (minutes === 1) return 'a minute';
	return next === minutes + 1 ? `${minutes} minutes` : `${minutes} to ${next} minutes`;
}
