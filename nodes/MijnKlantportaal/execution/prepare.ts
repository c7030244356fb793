import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { attachedFilesOf, checkFile } from '../../shared/transport/attachedFile';
import { connect } from '../../shared/transport/connection';
import { Failure } from '../../shared/transport/failure';
import { WrongValue } from '../../shared/values/wrongValue';
import type { Operation, Resource } from './operation';
import type { Job } from './perform';
import { noteProblem, problemsOf } from './problems';
import type { Run } from './run';

/**
 * What the item asks for.
 * @throws Failure when its values cannot be sent.
 */
export async function toJob(
	context: IExecuteSingleFunctions,
	resources: Resource[],
	options: IHttpRequestOptions,
	run: Run,
): Promise<Job> {
	const { resource, operation } = findOperation(context, resources);
	const { object = resource.object } = operation;
	const body = (options.body ?? {}) as IDataObject;
	await checkRequest(context, operation, options, body);
	throwProblem(options);
	return {
		context,
		operation,
		connection: await connect(context, options),
		request: {
			method: operation.method,
			url: options.url,
			query: options.qs,
			body,
			answerField: ANSWER_FIELDS[operation.output],
		},
		object,
		purpose: { noun: object.noun, scope: operation.scope },
		stop: context.continueOnFail() ? run.cancelled : run.stop,
		cancelled: run.cancelled,
		hold: run.hold,
	};
}

/** What a success shows, by what the operation makes of it. */
const ANSWER_FIELDS = { object: 'id', list: 'data', data: 'data', file: 'link' } as const;

/** What can only be checked when all values are there: files, and rules on several values together. */
async function checkRequest(
	context: IExecuteSingleFunctions,
	{ name, check }: Operation,
	options: IHttpRequestOptions,
	body: IDataObject,
): Promise<void> {
	for (const file of attachedFilesOf(body)) {
		await noteWrongValue(options, file.displayName, async () => await checkFile(context, file));
	}
	if (problemsOf(options).length > 0) return;
	await noteWrongValue(options, name, async () => check?.(body));
}

async function noteWrongValue(
	options: IHttpRequestOptions,
	displayName: string,
	check: () => Promise<void>,
): Promise<void> {
	await check().catch((cause: unknown) => {
		if (!(cause instanceof WrongValue)) throw cause;
		noteProblem(options, cause.displayName ?? displayName, cause);
	});
}

function findOperation(
	context: IExecuteSingleFunctions,
	resources: Resource[],
): { resource: Resource; operation: Operation } {
	const resourceValue = context.getNodeParameter('resource') as string;
	const operationValue = context.getNodeParameter('operation') as string;
	const resource = resources.find(({ value }) => value === resourceValue);
	const operation = resource?.operations.find(({ value }) => value === operationValue);
	if (resource && operation) return { resource, operation };
	// The engine would send a request to the base URL.
	throw new Failure(
		`The node has no operation "${operationValue}" for "${resourceValue}"`,
		'Open the node and choose a resource and an operation.',
	);
}

/** @throws Failure that names all wrong values of the item. */
function throwProblem(options: IHttpRequestOptions): void {
	const [first, ...others] = problemsOf(options);
	if (first === undefined) return;
	const more = others.map(
		({ displayName, finding, remedy }) => `${displayName} ${finding}. ${remedy}`,
	);
	throw new Failure(
		`${first.displayName} ${first.finding}`,
		[first.remedy, ...(more.length > 0 ? ['Also:', ...more] : []), 'Nothing was sent.'].join(' '),
	);
}
