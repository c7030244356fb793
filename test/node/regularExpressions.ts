import * as n8nWorkflow from 'n8n-workflow';

type RegexEngine = Parameters<(typeof n8nWorkflow)['setSafeRegexEngine']>[0];

/**
 * As n8n's own, but patient. n8n ends every regular expression that took 250 ms by the clock on the wall
 * (n8n-workflow 2.41, safe-regex), also the harmless one that an ID is checked with, when a busy machine
 * did not let the process run for so long: the whole run then ends with "Regular expression execution timed
 * out". Engines before that have no such guard.
 */
const patient: RegexEngine = {
	exec: (pattern, input, flags) => new RegExp(pattern, flags).exec(input),
	test: (pattern, input, flags) => new RegExp(pattern, flags).test(input),
	replace: (pattern, input, flags, replacement) =>
		input.replace(new RegExp(pattern, flags), replacement),
	matchAll: (pattern, input, flags = '') => [
		...input.matchAll(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`)),
	],
	split: (pattern, input, flags) => input.split(new RegExp(pattern, flags)),
};

const { setSafeRegexEngine }: Partial<typeof n8nWorkflow> = n8nWorkflow;
setSafeRegexEngine?.(patient);
