import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { chosenMode, chosenValue } from '../../shared/values/chosenValue';
import { withoutFullStop } from '../../shared/values/sentence';
import { attempt, isEmpty, WrongValue } from '../../shared/values/wrongValue';
import type { Field, Mapping } from './field';
import { noteProblem } from './problems';
import { hasReferences, noteReferences } from './reference';

/**
 * Puts the values of one item into the request. An empty value is left out, or refused where the API
 * needs it; a wrong one is noted and refused before anything is sent.
 * @param collection Name of the collection that the fields stand in.
 */
export function mapParameters(
	fields: readonly Field[],
	context: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
	collection?: string,
): void {
	for (const { property, mapping, fields: nested } of fields) {
		if (nested) mapParameters(nested, context, request, property.name);
		if (mapping === undefined || !isShown(property.displayOptions?.show, request)) continue;
		const { name, displayName } = property;
		const path = collection === undefined ? name : `${collection}.${name}`;
		const result = attempt(() => readGiven(givenIn(context, path, mapping), mapping, context));
		if ('wrong' in result) noteProblem(request, displayName, result.wrong);
		else if (result.value !== undefined) {
			putOrNote(request, property, mapping, result.value);
		}
	}
}

/** What the user gave, in the parameter or where it stood before. */
function givenIn(context: IExecuteSingleFunctions, path: string, { formerly }: Mapping): unknown {
	const given = parameterOf(context, path);
	if (formerly === undefined || !isEmpty(chosenValue(given))) return given;
	return parameterOf(context, formerly);
}

/**
 * What the user gave.
 * @throws WrongValue when its expression cannot be evaluated.
 */
function parameterOf(context: IExecuteSingleFunctions, path: string): unknown {
	const evaluated = evaluate(context, path);
	if ('given' in evaluated) return evaluated.given;
	throw new WrongValue(
		`cannot be evaluated: ${withoutFullStop(evaluated.reason)}`,
		'Correct its expression.',
	);
}

function evaluate(
	context: IExecuteSingleFunctions,
	path: string,
): { given: unknown } | { reason: string } {
	try {
		return { given: context.getNodeParameter(path, '') };
	} catch (cause) {
		return { reason: cause instanceof Error ? cause.message : String(cause) };
	}
}

/**
 * Whether the canvas shows a parameter: a hidden one keeps its value, which is not meant any more. What decides
 * stands before it, and counts as it was read: an expression may give "true" for true.
 */
function isShown(
	conditions: Record<string, unknown[] | undefined> = {},
	{ body }: IHttpRequestOptions,
): boolean {
	return Object.entries(conditions).every(([name, values]) =>
		values?.includes((body as IDataObject | undefined)?.[name]),
	);
}

function readGiven(
	parameter: unknown,
	{ required, read }: Mapping,
	context: IExecuteSingleFunctions,
): unknown {
	const given = chosenValue(parameter);
	if (!isEmpty(given)) return read(given, context, chosenMode(parameter));
	if (!required) return undefined;
	throw new WrongValue('is empty', 'Fill it in, or check the expression that should fill it.');
}

/** A value in which objects have to be found first stands in the request as it is until then. */
function putOrNote(
	request: IHttpRequestOptions,
	{ name, displayName }: INodeProperties,
	mapping: Mapping,
	value: unknown,
): void {
	if (hasReferences(value)) {
		const fill = (found: unknown): void => put(request, name, mapping, found);
		noteReferences(request, { displayName, value, fill });
		if (mapping.place === 'path') return;
	}
	put(request, name, mapping, value);
}

function put(
	request: IHttpRequestOptions,
	name: string,
	{ apiName = name, place = 'body' }: Mapping,
	value: unknown,
): void {
	if (place === 'path') {
		request.url = request.url.replace(`{${apiName}}`, encodeURIComponent(String(value)));
		return;
	}
	// What the node does with answers stands where a request that reads has nothing.
	const part = place === 'query' ? 'qs' : 'body';
	Object.assign((request[part] ??= {}) as IDataObject, { [apiName]: value });
}
