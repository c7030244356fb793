import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../transport/connection';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import type { ApiRequest } from '../transport/request';
import { send } from '../transport/send';
import type { Stop } from '../transport/stop';
import { claim, isClaimed } from './claims';
import { readList } from './listReading';
import { type PortalObject, readingOf } from './portalObject';
import type { ReadBack, Search } from './recovery';

/** What is looked for, and where. */
export interface Sought {
	connection: Connection;
	/** The request that may have made or changed it. */
	request: ApiRequest;
	object: PortalObject;
	stop?: Stop;
}

/** What a look-up found settles nothing, and would not at another time. */
export class Inconclusive extends Failure {}

/** More pages than this (3,000 objects) are not searched: it would use up the rate limit for minutes. */
const MOST_PAGES = 200;

/**
 * Looks in the list for what a request has made.
 * @param since The list has to be as it is at that moment or later, by the clock of durations.
 * @throws Failure when the list cannot be read, or shows one that is alike but cannot be it.
 */
export async function searchList(
	{ connection, request: { body = {} }, object, stop }: Sought,
	{ match, fit = [], listNames = {} }: Search,
	since: number,
): Promise<IDataObject | undefined> {
	const shownAs = (name: string): string => listNames[name] ?? name;
	const shows = (candidate: IDataObject, name: string): boolean =>
		isSame(name, candidate[shownAs(name)], body[name]);
	const said = fit.filter((name) => body[name] !== undefined);
	let misfit: IDataObject | undefined;
	let pages = 0;
	for await (const objects of readList(connection, object, since, stop)) {
		const hidden = match.map(shownAs).find((name) => objects.some((each) => !(name in each)));
		if (hidden !== undefined) {
			// To find nothing would be no proof that nothing is there.
			throw new Inconclusive(`the list does not show the ${hidden} of each`, 'Look in the portal.');
		}
		const candidates = objects.filter(
			(candidate) =>
				!isClaimed(connection, candidate) &&
				match.every((name) => body[name] !== undefined && shows(candidate, name)),
		);
		const found = candidates.find((candidate) => said.every((name) => shows(candidate, name)));
		if (found !== undefined) {
			claim(connection, found);
			return found;
		}
		misfit ??= candidates[0];
		if (++pages >= MOST_PAGES) {
			throw new Inconclusive('the list is too long to search', 'Look in the portal.');
		}
	}
	if (misfit === undefined) return undefined;
	const { id } = misfit;
	const alike = misfit;
	const differing = said.filter((name) => !shows(alike, name)).join(' and ');
	throw new Inconclusive(
		`${String(id)} is like it, but has another ${differing}`,
		'Look in the portal.',
	);
}

/** Whether the API shows what it was sent, in whatever way it writes it. */
function isSame(name: string, shown: unknown, sent: unknown): boolean {
	if (comparable(shown) === comparable(sent)) return true;
	return name === 'amount' && shown !== null && Number(shown) === Number(sent);
}

/** A value as the API may write it back: another type, other spaces, other case. */
function comparable(value: unknown): string {
	return String(value).trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * Reads back what a request was to change.
 * @returns The object when it shows the change.
 * @throws Failure when it cannot be read.
 */
export async function readBack(
	{ connection, request, object, stop }: Sought,
	{ isDone }: ReadBack,
): Promise<IDataObject | undefined> {
	const reading: ApiRequest = { method: 'GET', url: request.url, answerField: 'id' };
	const { ending, result } = await send(connection, reading, { stop, isUrgent: true });
	if (result === undefined) throw explain(ending, connection, reading, readingOf(object));
	return isDone(result, request.body ?? {}) ? result : undefined;
}
