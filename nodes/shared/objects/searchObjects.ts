import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { type Connection, connect } from '../transport/connection';
import { explain } from '../transport/explanations';
import { Failure, toNodeError } from '../transport/failure';
import { type Page, readPage } from '../transport/pages';
import type { ApiRequest } from '../transport/request';
import { send } from '../transport/send';
import { chosenValue } from '../values/chosenValue';
import { PageMemory } from './pageMemory';
import { pathTo, type PortalObject, readingOf } from './portalObject';

/**
 * The API cannot search (docs/api-facts.md, Base facts), so a search reads pages. This many are asked for
 * at most in one search (450 objects at 15 a page), half of a minute's requests, so that workflows can go
 * on. Pages read for the letters typed before do not count again.
 */
const MOST_REQUESTS_PER_SEARCH = 30;

/** As many results as a page of the list has: more are read as the user scrolls. */
const ENOUGH_RESULTS = 15;

/** A person who types does not wait longer for the rate limit, in milliseconds. */
const WAITING = { longestWait: 10_000 };

const memory = new PageMemory<Page>();

/**
 * One screenful of a picker.
 * @param filter What the user typed.
 * @param paginationToken Where the last screenful ended, as the user scrolls.
 * @throws NodeApiError
 */
export async function searchObjects(
	context: ILoadOptionsFunctions,
	object: PortalObject,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	return await collect(context, object, filter, paginationToken).catch((cause: unknown) => {
		throw cause instanceof Failure ? toNodeError(context.getNode(), cause) : cause;
	});
}

async function collect(
	context: ILoadOptionsFunctions,
	object: PortalObject,
	filter: string | undefined,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const url = urlOf(context, object);
	const connection = await connect(context);
	const wanted = filter?.trim().toLocaleLowerCase('nl') ?? '';
	// Whoever opens a picker wants to see what was added a moment ago.
	if (wanted === '' && paginationToken === undefined) memory.forget(connection.channel);
	const results: INodeListSearchItems[] = [];
	let requests = 0;
	let query: IDataObject | undefined = readToken(paginationToken) ?? object.query ?? {};
	while (query && results.length < ENOUGH_RESULTS && requests < MOST_REQUESTS_PER_SEARCH) {
		const answerField = object.heldIn === undefined ? 'data' : 'id';
		const request: ApiRequest = { method: 'GET', url, query, answerField };
		const key = `${url}?${JSON.stringify(query)}`;
		const page: Page = await memory.recall(connection.channel, key, async () => {
			requests++;
			return await readSource(connection, request, object);
		});
		results.push(...page.objects.map(toResult(object)).filter(matches(wanted)));
		query = page.next;
	}
	return { results, paginationToken: query && JSON.stringify(query) };
}

/**
 * The path of what lists the objects: their list, or their parent.
 * @throws Failure while the parent is not chosen.
 */
function urlOf(
	context: ILoadOptionsFunctions,
	{ path = '', parent, heldIn }: PortalObject,
): string {
	if (parent === undefined) return path;
	const given = chosenValue(context.getCurrentNodeParameter(parent.idName));
	const identifier = typeof given === 'string' ? given.trim() : '';
	if (!/^[\w-]+$/.test(identifier)) {
		throw new Failure(
			`${parent.name} has to be chosen first`,
			`Choose ${parent.name} above. Where an expression gives it, only By ID works here.`,
		);
	}
	return heldIn === undefined
		? path.replace(`{${parent.idName}}`, identifier)
		: pathTo(parent, identifier);
}

/**
 * The objects to pick from: a page of their list, or what their parent holds of them.
 * @throws Failure
 */
async function readSource(
	connection: Connection,
	request: ApiRequest,
	object: PortalObject,
): Promise<Page> {
	const { heldIn, parent = object } = object;
	if (heldIn === undefined) {
		return await readPage(connection, request, readingOf(object), WAITING);
	}
	const { ending, result: holder } = await send(connection, request, WAITING);
	if (holder === undefined) throw explain(ending, connection, request, readingOf(parent));
	const objects = holder[heldIn];
	return { objects: Array.isArray(objects) ? (objects as IDataObject[]) : [] };
}

function toResult({ title }: PortalObject): (object: IDataObject) => INodeListSearchItems {
	return (object) => ({ name: title?.(object) ?? '', value: String(object.id) });
}

function matches(wanted: string): (result: INodeListSearchItems) => boolean {
	return ({ name, value }) =>
		name.toLocaleLowerCase('nl').includes(wanted) ||
		String(value).toLocaleLowerCase('nl') === wanted;
}

function readToken(paginationToken: string | undefined): IDataObject | undefined {
	return paginationToken === undefined ? undefined : (JSON.parse(paginationToken) as IDataObject);
}
