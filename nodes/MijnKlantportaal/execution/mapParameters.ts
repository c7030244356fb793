import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { chosenValue } from '../../shared/values/chosenValue';
import { attempt, isEmpty, WrongValue } from '../../shared/values/wrongValue';
import type { Field, Mapping } from './field';
import { noteProblem } from './problems';

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
		if (mapping === undefined || !isShown(property.displayOptions?.show, context)) continue;
		const { name, displayName } = property;
		const path = collection === undefined ? name : `${collection}.${name}`;
		const result = attempt(() => readGiven(parameterOf(context, path), mapping, context));
		if ('wrong' in result) noteProblem(request, displayName, result.wrong);
		else if (result.value !== undefined) put(request, name, mapping, result.value);
	}
}

/**
 * What the user gave.
 * @throws WrongValue when its expression cannot be evaluated.
 */
function parameterOf(context: IExecuteSingleFunctions, path: string): unknown {
	const evaluated = evaluate(context, path);
	if ('given' in evaluated) return chosenValue(evaluated.given);
	throw new WrongValue(
		`cannot be evaluated: ${evaluated.reason.replace(/\.$/, '')}`,
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

/** Whether the canvas shows a parameter: a hidden one keeps its value, which is not meant any more. */
function isShown(
	conditions: Record<string, unknown[] | undefined> = {},
	context: IExecuteSingleFunctions,
): boolean {
	return Object.entries(conditions).every(([name, values]) =>
		values?.includes(context.getNodeParameter(name, '')),
	);
}

function readGiven(
	given: unknown,
	{ required, read }: Mapping,
	context: IExecuteSingleFunctions,
): unknown {
	if (!isEmpty(given)) return read(given, context);
	if (!required) return undefined;
	throw new WrongValue('is empty', 'Fill it in, or check the expression that should fill it.');
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
	const part = place === 'query' ? 'qs' : 'body';
	Object.assign((request[part] ??= {}) as IDataObject, { [apiName]: value });
}
