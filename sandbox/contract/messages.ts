import { formats } from './formats';

/** An error of the OpenAPI validator: where it is and which rule it broke. */
export interface RuleBroken {
	path: string;
	message?: string;
	errorCode?: string;
}

const typeComplaints: Record<string, string> = {
	boolean: 'must be true or false',
	string: 'must be a string',
	integer: 'must be an integer',
	number: 'must be a number',
	array: 'must be an array',
	object: 'must be an object',
};

function fieldOf(path: string): string {
	return path
		.split('/')
		.filter((step, index) => index > 1 && step !== '')
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
		.join('.');
}

function complaintOf(rule: string, message: string): string {
	const lastWord = message.split(' ').pop() ?? '';
	switch (rule) {
		case 'type':
			return typeComplaints[lastWord.split(',')[0] ?? ''] ?? message;
		case 'format':
			return formats[lastWord.replaceAll('"', '')]?.complaint ?? message;
		case 'maxItems':
			return `must not have more than ${/\d+/.exec(message)?.[0] ?? 'so many'} items`;
		case 'minimum':
			return `must be at least ${lastWord}`;
		default:
			return message;
	}
}

function sentenceOf({ path, message = '', errorCode = '' }: RuleBroken): string {
	const rule = errorCode.split('.')[0] ?? '';
	const field = fieldOf(path);
	if (!field) return `The request body ${complaintOf(rule, message)}.`;
	switch (rule) {
		case 'required':
		case 'minLength':
		case 'minItems':
			return `The ${field} field is required.`;
		case 'additionalProperties':
		case 'unevaluatedProperties':
			return `The ${field} field is not known.`;
		case 'enum':
			return `The selected ${field} is invalid.`;
		default:
			return `The ${field} field ${complaintOf(rule, message)}.`;
	}
}

/**
 * One sentence for a refused request, worded as Laravel words it: the first complaint, and how
 * many more there are.
 */
export function sentenceFor(broken: RuleBroken[]): string {
	const sentences = [...new Set(broken.map(sentenceOf))];
	const first = sentences[0] ?? 'The request is not valid.';
	const more = sentences.length - 1;
	if (more === 0 || sentences.length === 0) return first;
	return `${first} (and ${more} more ${more === 1 ? 'error' : 'errors'})`;
}
