import type { RuleBroken } from '../../../sandbox/contract/messages';
import type { Exchange } from '../asking/exchange';
import { numberHeader } from '../asking/exchange';
import type { Operation } from '../contractOperations';
import { safeName, typeOf } from './forms';

/** Headers that every answer has to carry. */
const HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining'];

/**
 * How an answer differs from the contract, in words that hold no value of it: `unknown field
 * data[].total (text)`.
 * @param broken What the validator of the stand-in portal found in the body.
 */
export function differencesOf(
	exchange: Exchange,
	{ status }: Operation,
	broken: readonly RuleBroken[],
): string[] {
	const differences = broken.map((rule) => describe(rule, exchange.body));
	if (exchange.status !== status) {
		differences.unshift(`status ${exchange.status} where ${status} is documented`);
	}
	if (exchange.isWebPage) differences.push('a web page where JSON is documented');
	else if (exchange.body === undefined) differences.push('no JSON where JSON is documented');
	for (const name of HEADERS) {
		if (numberHeader(exchange, name) === undefined) differences.push(`no header ${name}`);
	}
	return [...new Set(differences)];
}

function describe({ path, message = '', errorCode = '' }: RuleBroken, body: unknown): string {
	const steps = path.split('/').slice(2).map(unescape);
	const place = placeOf(steps) || 'the answer itself';
	const value = valueAt(body, steps);
	switch (errorCode.split('.')[0]) {
		case 'additionalProperties':
		case 'unevaluatedProperties':
			return `unknown field ${place} (${typeOf(value)})`;
		case 'required':
			return `missing field ${place}`;
		case 'type':
			return `${place} is ${typeOf(value)}, contract: ${message.replace('must be ', '')}`;
		case 'enum':
			return `${place} has a value that the contract does not list`;
		default:
			return `${place} breaks the rule ${errorCode.split('.')[0] ?? ''} of the contract`;
	}
}

/** `data/0/links/customer` → `data[].links.customer` */
function placeOf(steps: string[]): string {
	return steps
		.map((step) => (/^\d+$/.test(step) ? '[]' : `.${safeName(step)}`))
		.join('')
		.replace(/^\./, '');
}

function unescape(step: string): string {
	return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function valueAt(body: unknown, steps: string[]): unknown {
	let value: unknown = body;
	for (const step of steps) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<string, unknown>)[step];
	}
	return value;
}
