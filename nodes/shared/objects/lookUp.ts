import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../transport/connection';
import { byApiClock } from '../transport/apiClock';
import { now } from '../transport/clock';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import type { ApiRequest } from '../transport/request';
import { send } from '../transport/send';
import type { Stop } from '../transport/stop';
import { isSameValue } from '../values/sameValue';
import { claim, isClaimed } from './claims';
import { directoryOf } from './directories';
import { createdAtOf } from './listOrder';
import { type PortalObject, readingOf } from './portalObject';
import type { ReadBack, Search, SentRequest } from './recovery';

/** What is looked for, and where. */
export interface Sought {
	connection: Connection;
	/** The request that may have made or changed it. */
	request: ApiRequest;
	object: PortalObject;
	stop?: Stop;
}

/** What a look-up found settles nothing. */
export class Inconclusive extends Failure {
	/** @param mayPass Whether it may settle something a moment later. */
	constructor(
		finding: string,
		remedy = 'Look in the portal.',
		readonly mayPass = false,
	) {
		super(finding, remedy);
	}
}

/** More objects than these (200 pages) are not searched: it would use up the rate limit for minutes. */
const MOST_OBJECTS = 3000;

/**
 * Looks in the list for what a request has made.
 * @param since The list has to be as it is at that moment or later, by the clock of durations.
 * @throws Failure when the list cannot be read, or shows one that is alike but cannot be it; one that may
 * be another one, which may be known as such a moment later.
 */
export async function searchList(
	{ connection, request: { body = {} }, object, stop, sentAt }: Sought & { sentAt: number },
	{ match, fit = [], listNames = {}, mayBeAnother }: Search,
	since: number,
): Promise<IDataObject | undefined> {
	const shownAs = (name: string): string => listNames[name] ?? name;
	const shows = (candidate: IDataObject, name: string): boolean =>
		isSameValue(name, candidate[shownAs(name)], body[name]);
	const said = fit.filter((name) => body[name] !== undefined);
	let misfit: IDataObject | undefined;
	const others: IDataObject[] = [];
	/** Some objects may come twice. */
	const searched = new Set<unknown>();
	for await (const objects of directoryOf(connection, object).portions(connection, since, stop)) {
		if (searched.size >= MOST_OBJECTS) {
			throw new Inconclusive('the list is too long to search');
		}
		const hidden = match.map(shownAs).find((name) => objects.some((each) => !(name in each)));
		if (hidden !== undefined) {
			// To find nothing would be no proof that nothing is there.
			throw new Inconclusive(`the list does not show the ${hidden} of each`);
		}
		const candidates = objects.filter(
			(candidate) =>
				!isClaimed(connection, candidate) &&
				match.every((name) => body[name] !== undefined && shows(candidate, name)),
		);
		for (const { id } of objects) searched.add(id);
		if (mayBeAnother !== undefined) {
			others.push(...candidates.filter((candidate) => !isOlder(connection, candidate, sentAt)));
			continue;
		}
		const found = candidates.find((candidate) => said.every((name) => shows(candidate, name)));
		if (found !== undefined) {
			claim(connection, found);
			return found;
		}
		misfit ??= candidates[0];
	}
	const other = others.find((each) => !isClaimed(connection, each));
	if (mayBeAnother !== undefined && other !== undefined) {
		// It may turn out to be what another request of this process makes.
		throw new Inconclusive(`${String(other.id)} is like it. ${mayBeAnother}`, undefined, true);
	}
	if (misfit === undefined) return undefined;
	const { id } = misfit;
	const alike = misfit;
	const differing = said.filter((name) => !shows(alike, name)).join(' and ');
	throw new Inconclusive(`${String(id)} is like it, but has another ${differing}`);
}

/** Whether an object was there before a request was sent, so that the request did not make it. */
function isOlder({ channel }: Connection, object: IDataObject, sentAt: number): boolean {
	const sentByApi = byApiClock(channel, sentAt);
	return sentByApi !== undefined && createdAtOf(object) < sentByApi - INEXACTNESS;
}

/**
 * Reads back what a request was to change.
 * @returns The object when it shows the change.
 * @throws Failure when it cannot be read.
 */
export async function readBack(
	{ connection, request, object, stop, sentAt }: Sought & { sentAt: number },
	{ isDone }: ReadBack,
): Promise<IDataObject | undefined> {
	const reading: ApiRequest = { method: 'GET', url: request.url, answerField: 'id' };
	const { ending, result } = await send(connection, reading, { stop, isUrgent: true });
	if (result === undefined) throw explain(ending, connection, reading, readingOf(object));
	const sent = sentRequest(connection, sentAt);
	const answer = isDone(result, request.body ?? {}, sent);
	if (answer === 'unclear') {
		// It may turn out to be what another request of this process makes.
		throw new Inconclusive(`the ${object.noun} shows something like it`, undefined, true);
	}
	return answer ? result : undefined;
}

/** How much the moments in the API's answers may be off, in milliseconds: they have whole seconds. */
const INEXACTNESS = 5000;

/** The same where no answer has told what time the API's clock says. */
const UNKNOWN_CLOCK = 60_000;

/**
 * What is known of a request when something of it is looked for in an answer of the API.
 * @param sentAt By the clock of durations.
 */
export function sentRequest(connection: Connection, sentAt: number): SentRequest {
	const byApi = byApiClock(connection.channel, sentAt);
	return {
		since:
			byApi === undefined ? Date.now() - (now() - sentAt) - UNKNOWN_CLOCK : byApi - INEXACTNESS,
		claim: (part) => {
			if (isClaimed(connection, part)) return false;
			claim(connection, part);
			return true;
		},
		mayBeOwn: (part) => !isClaimed(connection, part),
	};
}
