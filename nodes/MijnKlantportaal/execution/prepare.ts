import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { attachedFilesOf, checkFile } from '../../shared/transport/attachedFile';
import type { PortalObject } from '../../shared/objects/portalObject';
import { now } from '../../shared/transport/clock';
import { type Connection, connect } from '../../shared/transport/connection';
import { type Creation, type IfExists, readIfExists, toCreation } from './creation';
import { displayNameOf } from './displayNames';
import { lookForExisting } from './existing';
import { findOperation } from './findOperation';
import type { Job } from './job';
import type { Operation, Resource } from './operation';
import { noteProblem, readOrNote, problemsOf, throwProblems } from './problems';
import { resolveReferences } from './reference';
import { isToolCall, type Run } from './run';
import { LONGEST_TOOL_WAIT } from './toolAnswer';

/** What an item asks for, its values checked. */
export interface CheckedItem {
	context: IExecuteSingleFunctions;
	resource: Resource;
	operation: Operation;
	options: IHttpRequestOptions;
	/** Undefined where it makes no difference what exists. */
	ifExists?: IfExists;
}

/**
 * Checks what can be checked without asking the API.
 * @throws Failure when the values of the item cannot be sent.
 */
export async function checkValues(
	context: IExecuteSingleFunctions,
	resources: Resource[],
	options: IHttpRequestOptions,
): Promise<CheckedItem> {
	const { resource, operation } = findOperation(context, resources);
	await checkRequest(context, operation, options, (options.body ?? {}) as IDataObject);
	const ifExists =
		operation.method === 'GET'
			? undefined
			: await readOrNote(options, 'If It Exists', async () => readIfExists(context, operation));
	throwProblems(options);
	return { context, resource, operation, options, ifExists };
}

/**
 * What the item asks for, once the objects that it names are found in the portal.
 * @param isRow Whether what it creates may be what other items create: they are rows of it.
 * @throws Failure when one is not, or when their list cannot be read; the reason of the stop.
 */
export async function toJob(checked: CheckedItem, run: Run, isRow: boolean): Promise<Job> {
	const { context, resource, operation, options } = checked;
	const { object = resource.object } = operation;
	const connection = {
		...(await connect(context, options)),
		deadline: isToolCall(context) ? now() + LONGEST_TOOL_WAIT : undefined,
	};
	const { startedAt: since, cancelled: stop } = run;
	for (const { displayName, wrong } of await resolveReferences(options, connection, {
		since,
		stop,
		isThorough: true,
	})) {
		noteProblem(options, displayName, wrong);
	}
	throwProblems(options);
	const body = (options.body ?? {}) as IDataObject;
	const isReading = operation.method === 'GET';
	const creation = await readOrNote(options, operation.name, async () =>
		lookForCreation(checked, object, body, connection, run),
	);
	if (creation !== undefined && !isRow) {
		await readOrNote(options, operation.name, async () =>
			run.plans.note(creation, context.getItemIndex()),
		);
	}
	throwProblems(options);
	return {
		context,
		operation,
		connection,
		request: {
			method: operation.method,
			url: options.url,
			query: options.qs,
			body: isReading ? {} : withoutUnsent(operation, body),
			answerField: ANSWER_FIELDS[operation.output],
		},
		object,
		purpose: {
			noun: object.noun,
			scope: operation.scope,
			displayNameOf: (field) => displayNameOf(operation.fields, field),
		},
		stop: context.continueOnFail() ? run.cancelled : run.stop,
		cancelled: run.cancelled,
		hold: run.hold,
		creation,
		filterValues: isReading ? body : {},
		onLimit: (milliseconds) => run.progress.noteLimit(context, milliseconds),
	};
}

/**
 * What the item would create, and what there is of it already.
 * @returns Undefined where it makes no difference what exists.
 * @throws WrongValue where that stands in the way; Failure when the list cannot be read.
 */
async function lookForCreation(
	{ operation, ifExists }: CheckedItem,
	object: PortalObject,
	body: IDataObject,
	connection: Connection,
	run: Run,
): Promise<Creation | undefined> {
	if (ifExists === undefined || operation.method === 'GET') return undefined;
	const creation = toCreation(ifExists, object, operation, body, run);
	return { ...creation, ...(await lookForExisting(creation, connection, run.cancelled)) };
}

/** What only serves to find what exists is not sent. */
function withoutUnsent(operation: Operation, body: IDataObject): IDataObject {
	const unsent = operation.method === 'GET' ? [] : (operation.upsert?.unsent ?? []);
	return Object.fromEntries(Object.entries(body).filter(([name]) => !unsent.includes(name)));
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
		await readOrNote(options, file.displayName, async () => await checkFile(context, file));
	}
	if (problemsOf(options).length > 0) return;
	await readOrNote(options, name, async () => check?.(body));
}
