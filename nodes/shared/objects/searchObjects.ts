import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { now } from '../transport/clock';
import { type Connection, connect } from '../transport/connection';
import { Failure, toNodeError } from '../transport/failure';
import { settlesBy } from '../transport/sharing';
import { chosenMode, chosenValue } from '../values/chosenValue';
import { quote } from '../values/wrongValue';
import { type CustomerNames, customerNames, FEW_PAGES } from './customerNames';
import { directoryOf } from './directories';
import { findByKey } from './findByKey';
import { pathTo, type PortalObject } from './portalObject';
import { SearchWords } from './searchWords';

/**
 * The API cannot search (docs/api-facts.md, Base facts), so a search looks through the directory, which reads
 * the list where it does not know it. This many pages are read at most for one screen (450 objects at 15
 * a page), half of a minute's requests, so that workflows can go on.
 */
const MOST_REQUESTS_PER_SEARCH = 30;

/** As many results as a page of the list has: more are shown as the user scrolls. */
const ENOUGH_RESULTS = 15;

/** How long a person waits, in milliseconds. The reading goes on meanwhile. */
const LONGEST_WAIT = 10_000;

/** While somebody types, the list does not have to be newer than this, in milliseconds. */
const BELIEVED_FOR = 60_000;

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
	return await collect(context, object, new SearchWords(filter), paginationToken).catch(
		(cause: unknown) => {
			throw cause instanceof Failure ? toNodeError(context.getNode(), cause) : cause;
		},
	);
}

async function collect(
	context: ILoadOptionsFunctions,
	object: PortalObject,
	words: SearchWords,
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const connection = await connect(context);
	const path = await pathOf(context, connection, object);
	const deadline = now() + LONGEST_WAIT;
	const directory = directoryOf(connection, object, path);
	let requests = 0;
	const readOn = async (): Promise<boolean> =>
		requests++ < MOST_REQUESTS_PER_SEARCH &&
		(await settlesBy(deadline, directory.advance(connection, {})));

	// Whoever opens a picker wants to see what was added a moment ago.
	const isOpening = words.isEmpty && paginationToken === undefined;
	const since = isOpening ? now() : now() - BELIEVED_FOR;
	if (isOpening) directory.leaveOff(since);
	if (paginationToken === undefined) {
		while (directory.isWhole && !directory.isAsOf(since) && (await readOn()));
	}
	// Whoever types may type the name of any customer. The list itself needs its share where it is not known.
	let names: CustomerNames | undefined;
	if (object.isOfCustomer) {
		const share = directory.isWhole ? 1 : 1 / 2;
		const pages = words.isEmpty ? FEW_PAGES : MOST_REQUESTS_PER_SEARCH * share;
		const until = deadline - LONGEST_WAIT * (1 - share);
		names = await customerNames(connection, since, until, pages);
		requests += names.requests;
	}

	const results: INodeListSearchItems[] = [];
	let offset = Number(paginationToken ?? 0);
	let isCut = false;
	for (;;) {
		for (const each of directory.inListOrder(offset)) {
			if (results.length >= ENOUGH_RESULTS) break;
			offset++;
			const result = toResult(object, names?.addTo(each) ?? each, words);
			if (result !== undefined) results.push(result);
		}
		if (results.length >= ENOUGH_RESULTS || directory.isWhole) break;
		isCut = !(await readOn());
		if (isCut) break;
	}
	const isEnd = directory.isWhole && offset >= (directory.knownSoFar?.size ?? 0);
	if (isCut) results.unshift(progressOf(object, offset));
	else if (!words.isEmpty && results.length < ENOUGH_RESULTS && names?.areMoreToRead === true) {
		results.unshift(progressRow(`the names of ${names.known} customers`));
	}
	return { results, ...(isEnd ? {} : { paginationToken: String(offset) }) };
}

/**
 * A row that says how far the search is, and how it goes on: while something is typed, the canvas of n8n
 * asks on by itself only where the rows fill their list (n8n 2.41, ResourceLocatorDropdown). Such a row
 * chooses nothing.
 * @throws Failure when nothing could be read.
 */
function progressOf({ noun }: PortalObject, searched: number): INodeListSearchItems {
	if (searched === 0) {
		throw new Failure(
			`The list of ${noun}s could not be read within ${LONGEST_WAIT / 1000} seconds: workflows that use the same key use up the rate limit, or the API is slow`,
			'Try again in a minute, or use By ID.',
		);
	}
	return progressRow(`${searched} ${noun}s`);
}

function progressRow(searched: string): INodeListSearchItems {
	const name = `Searched ${searched} so far. Type a letter or a space more to search on`;
	return { name, value: '' };
}

/**
 * The path of what lists the objects: their list, or their parent.
 * @throws Failure while the parent is not chosen, or is named by what no object has.
 */
async function pathOf(
	context: ILoadOptionsFunctions,
	connection: Connection,
	{ path = '', parent, heldIn }: PortalObject,
): Promise<string> {
	if (parent === undefined) return path;
	const identifier = await parentIdOf(context, connection, parent);
	return heldIn === undefined
		? path.replace(`{${parent.idName}}`, identifier)
		: pathTo(parent, identifier);
}

async function parentIdOf(
	context: ILoadOptionsFunctions,
	connection: Connection,
	parent: PortalObject,
): Promise<string> {
	const parameter = context.getCurrentNodeParameter(parent.idName);
	const given = chosenValue(parameter);
	const text = typeof given === 'string' ? given.trim() : '';
	const key = parent.keys?.find(({ mode }) => mode === chosenMode(parameter));
	const isIdentifier = key === undefined && /^[\w-]+$/.test(text);
	if (isIdentifier) return text;
	if (key === undefined || text === '' || text.startsWith('=')) {
		throw new Failure(
			`${parent.name} has to be chosen first`,
			`Choose ${parent.name} above. Where an expression gives it, only By ID works here.`,
		);
	}
	const { matches } = await findByKey(connection, parent, { [key.field]: text }, { since: now() });
	const [match, another] = matches;
	if (match !== undefined && another === undefined) return String(match.id);
	throw new Failure(
		`${another === undefined ? 'No' : 'More than one'} ${parent.noun} has the ${key.noun} ${quote(text)}`,
		`Choose ${parent.name} above From List or By ID.`,
	);
}

function toResult(
	{ title, keys = [] }: PortalObject,
	object: IDataObject,
	words: SearchWords,
): INodeListSearchItems | undefined {
	const id = String(object.id);
	const name = title?.(object) ?? id;
	const texts = [name, object.customerName, ...keys.map(({ field }) => object[field])];
	return words.areIn(texts, id) ? { name, value: id } : undefined;
}
