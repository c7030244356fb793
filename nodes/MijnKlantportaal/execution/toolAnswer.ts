import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { type Failure, inOneText } from '../../shared/transport/failure';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Resource } from './operation';

/**
 * How long the call of a tool may wait for the rate limit, in milliseconds. The official client of the Model
 * Context Protocol gives a call up after 60 seconds (DEFAULT_REQUEST_TIMEOUT_MSEC of its SDK 1.32), and a
 * model that hears nothing calls again.
 */
export const LONGEST_TOOL_WAIT = 45_000;

/** What a tool answers where nothing was found: of no items at all, Agent 3 makes an empty text. */
export const NOTHING_FOUND = { found: 0 };

/** Statuses that no other value and no other call will change: key, rights, proxy, license. */
const FOR_A_PERSON = [401, 403, 407, 426];

/**
 * What an AI agent is told of a call without result. Remedies are written for a person at the canvas; a model
 * has other means: it gives other values, reads lists, and cannot change the workflow.
 * @param resources What the node offers: to say which operation lists what is looked for.
 */
export function toToolText(
	failure: Failure,
	context: IExecuteSingleFunctions,
	resources: readonly Resource[],
): string {
	const { description, status, isUndecided } = failure;
	const remedies = inTermsOfTools(description, context);
	const text = inOneText({ message: failure.message, description: remedies });
	return [text, ...(isWithoutRemedy(remedies) ? [NO_REMEDY] : []), ...advice()].join(' ');

	function advice(): string[] {
		if (isUndecided) return [lookFirst(context, resources)];
		if (status === 429) return ['Nothing was sent.'];
		if (
			status !== undefined &&
			(FOR_A_PERSON.includes(status) || (status >= 300 && status < 400))
		) {
			return ['You cannot change this: tell the person you work for.'];
		}
		return resources
			.filter(({ object }) => speaksOf(text, object))
			.filter(isListed)
			.map(({ object }) => `${object.name} > Get Many lists every ${object.noun} with its ID.`);
	}
}

const NO_REMEDY = 'Call this again with another value, or tell the person you work for.';

function isWithoutRemedy(remedies: string): boolean {
	return remedies.replace('Nothing was sent.', '').trim() === '';
}

function lookFirst(context: IExecuteSingleFunctions, resources: readonly Resource[]): string {
	const resource = resources.find(
		({ value }) => value === (context.getNodeParameter('resource') as string),
	);
	const where =
		resource !== undefined && isListed(resource)
			? `look with ${resource.object.name} > Get Many`
			: 'let a person look in the portal';
	return `Do not call this again for the same thing before you know: ${where}.`;
}

function isListed({ operations }: Resource): boolean {
	return operations.some(({ value }) => value === 'getAll');
}

/** Whether a text is about naming such an object: its parameter, or the API's words for it. */
function speaksOf(text: string, { name, noun, idName }: PortalObject): boolean {
	const isSubject = text
		.split(/[.:] /)
		.some((sentence) => VERBS.some((verb) => sentence.startsWith(`${name} ${verb}`)));
	const words = ` ${text.split(/\W+/).join(' ')} `;
	const isNamed = [`this ${noun}`, `that the ${noun}`, idName];
	return isSubject || isNamed.some((each) => words.includes(` ${each} `));
}

/** What is said of a parameter. */
const VERBS = ['is', 'has', 'needs', 'may', 'matches', 'names'];

/** What only the canvas has, and what a tool has in its place. */
const REPLACEMENTS: ReadonlyArray<[RegExp, string]> = [
	[/,? or an expression (such as \{\{(?:[^{}]|\{[^{}]*\})*\}\}|that gives an array)/g, ''],
	[/,? or check the expression that should fill it/g, ''],
	[/; nothing has to be changed in the workflow/g, ''],
	[/\bFill it in\b/g, 'Give a value'],
	[/\bPick one, or give\b/g, 'Give'],
	[/\brunning (this item )?again\b/g, 'calling this again'],
	[/\brun (this item )?again\b/g, 'call this again'],
	[/\bRun again\b/g, 'Call this again'],
];

/** Sentences that nobody but a person at the canvas can follow. */
const CANVAS_ONLY = /\{\{|\bexpressions?\b|\bsteps?\b|\binput item\b|\bOpen the node\b/i;

function inTermsOfTools(description: string, context: IExecuteSingleFunctions): string {
	const evaluated = description.replace(
		/the expression (\{\{(?:[^{}]|\{[^{}]*\})*\}\})/g,
		(whole, expression) => dateOf(context, String(expression)) ?? whole,
	);
	const replaced = REPLACEMENTS.reduce(
		(text, [pattern, replacement]) => text.replace(pattern, replacement),
		evaluated,
	);
	return replaced
		.split(/(?<=[.!?]) +(?=[A-Z])/)
		.filter((sentence) => !CANVAS_ONLY.test(sentence))
		.join(' ');
}

/** `{{ $today }}` → `2026-12-31`: a model knows no expressions, and not what day it is. */
function dateOf(context: IExecuteSingleFunctions, expression: string): string | undefined {
	const value: unknown = context.evaluateExpression(expression, context.getItemIndex());
	const isDate = typeof value === 'object' && value !== null && 'toISODate' in value;
	return isDate ? (value as { toISODate: () => string }).toISODate() : undefined;
}
