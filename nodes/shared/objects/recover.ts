import type { IDataObject } from 'n8n-workflow';
import { AttachedFile } from '../transport/attachedFile';
import type { Connection } from '../transport/connection';
import { type Ending, resultOf, statusOf } from '../transport/ending';
import { explain } from '../transport/explanations';
import { Failure } from '../transport/failure';
import { readPages } from '../transport/pages';
import { pause } from '../transport/pause';
import type { ApiRequest, Purpose } from '../transport/request';
import { isSuccess } from '../transport/response';
import { send } from '../transport/send';
import type { Stop } from '../transport/stop';
import { type PortalObject, readingOf } from './portalObject';
import type { ReadBack, Recovery, Search } from './recovery';

/** What is needed to find out what became of a request. */
export interface Case {
	connection: Connection;
	request: ApiRequest;
	purpose: Purpose;
	/** What the request makes or changes. */
	object: PortalObject;
	recovery: Recovery;
	/** How the request ended. */
	ending: Ending;
	/** Whether it may be sent once more when it was not carried out. */
	mayResend: () => boolean;
	/** Ends everything, when the execution is cancelled. */
	stop?: Stop;
}

/**
 * The API may still be at work when the connection ends, so it is asked twice before a request counts
 * as not carried out.
 */
const PAUSES_BEFORE_LOOKING = [1000, 4000];

/** More pages than this (3,000 objects) are not searched: it would use up the rate limit for minutes. */
const MOST_PAGES = 200;

/**
 * Settles a request whose end is ambiguous: finds what it made, or sends it once more when it certainly
 * made nothing.
 * @returns The object as the API knows it.
 * @throws Failure that says what is unknown and what to check.
 */
export async function recover(given: Case): Promise<IDataObject> {
	const found = await lookTwice(given);
	if (found !== undefined) return found;

	const wasAccepted = given.ending.kind === 'answered' && isSuccess(given.ending.response);
	const mayBeDoneTwice = given.recovery.kind === 'repeat';
	if ((wasAccepted && !mayBeDoneTwice) || !given.mayResend()) throw notCarriedOut(given);

	const { connection, request, stop, purpose } = given;
	const { ending, isAmbiguous } = await send(connection, request, { stop });
	if (isAmbiguous) {
		const second = { ...given, ending };
		const foundNow = await lookTwice(second);
		if (foundNow !== undefined) return foundNow;
		throw notCarriedOut(second);
	}
	const object = resultOf(ending);
	if (object !== undefined) {
		claim(connection, object);
		return object;
	}
	// A refusal may mean that the first request came through after all, later than it was looked for.
	const lateResult = isConflict(ending) ? await look({ ...given, ending }) : undefined;
	if (lateResult !== undefined) return lateResult;
	throw explain(ending, connection, request, purpose);
}

function isConflict(ending: Ending): boolean {
	return [409, 422].includes(statusOf(ending) ?? 0);
}

/** More IDs than a process makes while a single answer is lost. */
const MOST_CLAIMS = 10_000;

/** Notes what a request has made, so that no other takes it for its own. */
export function claim({ channel: { claimed } }: Connection, { id }: IDataObject): void {
	if (claimed.size >= MOST_CLAIMS) claimed.clear();
	claimed.add(id);
}

/**
 * Settles a request that was sent again after a try without answer, and then refused: the first try may
 * have been what stands in its way.
 * @returns The object as the API knows it; undefined when it does not show the change.
 */
export async function confirm(given: Case): Promise<IDataObject | undefined> {
	const { ending, recovery } = given;
	const isRefused = [404, 409, 422].includes(statusOf(ending) ?? 0);
	if (!isRefused || recovery.kind !== 'readBack') return undefined;
	return await readBack(given, recovery).catch((cause: unknown) => {
		if (!(cause instanceof Failure)) throw cause;
		return undefined;
	});
}

async function lookTwice(given: Case): Promise<IDataObject | undefined> {
	for (const milliseconds of PAUSES_BEFORE_LOOKING) {
		await pause(milliseconds, given.stop);
		const found = await look(given);
		if (found !== undefined) return found;
	}
	return undefined;
}

async function look(given: Case): Promise<IDataObject | undefined> {
	const { recovery } = given;
	if (recovery.kind === 'none') throw undecidable(given, recovery.reason);
	if (recovery.kind === 'repeat') return undefined;
	const looking =
		recovery.kind === 'search' ? searchList(given, recovery) : readBack(given, recovery);
	return await looking.catch((cause: unknown) => {
		if (!(cause instanceof Failure)) throw cause;
		const sentence = cause.message.replace(/\.$/, '');
		throw undecidable(given, `Looking it up did not work either: ${sentence}.`);
	});
}

async function searchList(
	{ connection, request, object, stop }: Case,
	{ match, fit = [], listNames = {} }: Search,
): Promise<IDataObject | undefined> {
	const { claimed } = connection.channel;
	const shows = (object: IDataObject, name: string) =>
		request.body?.[name] === undefined ||
		comparable(object[listNames[name] ?? name]) === comparable(request.body[name]);
	let misfit: IDataObject | undefined;
	let pages = 0;
	const list: ApiRequest = { method: 'GET', url: object.path ?? '' };
	const reading = readPages(connection, list, readingOf(object), { stop });
	for await (const { objects } of reading) {
		const candidates = objects.filter(
			(object) => !claimed.has(object.id) && match.every((name) => shows(object, name)),
		);
		const found = candidates.find((object) => fit.every((name) => shows(object, name)));
		if (found !== undefined) {
			claim(connection, found);
			return found;
		}
		misfit ??= candidates[0];
		if (++pages >= MOST_PAGES) {
			throw new Failure('the list is too long to search', 'Look in the portal.');
		}
	}
	if (misfit === undefined) return undefined;
	const differing = fit
		.filter((name) => misfit !== undefined && !shows(misfit, name))
		.join(' and ');
	throw new Failure(
		`${String(misfit.id)} is like it, but has another ${differing}`,
		'Look in the portal.',
	);
}

/** A value as the API may write it back: another type, other spaces, other case. */
function comparable(value: unknown): string {
	return String(value).trim().replace(/\s+/g, ' ').toLowerCase();
}

async function readBack(
	{ connection, request, object, stop }: Case,
	{ isDone }: ReadBack,
): Promise<IDataObject | undefined> {
	const reading: ApiRequest = { method: 'GET', url: request.url };
	const { ending } = await send(connection, reading, { stop });
	const found = resultOf(ending);
	if (found === undefined) throw explain(ending, connection, reading, readingOf(object));
	return isDone(found, request.body ?? {}) ? found : undefined;
}

/** What the request was about, for a person who has to look for it: `invoiceNumber 2026-001`. */
function describeSubject({ request, recovery, purpose }: Case): string {
	const facts = namesToLookFor(recovery).flatMap((name) => {
		const value: unknown = request.body?.[name];
		if (value === undefined) return [];
		return [`${value instanceof AttachedFile ? 'name' : name} ${String(value)}`];
	});
	const noun = (recovery.kind === 'none' ? recovery.noun : undefined) ?? purpose.noun;
	return facts.length > 0
		? `the ${noun} with ${facts.join(' and ')}`
		: `the ${noun} at ${decodeURIComponent(request.url)}`;
}

function namesToLookFor(recovery: Recovery): readonly string[] {
	if (recovery.kind === 'search') return recovery.match;
	return recovery.kind === 'none' ? recovery.lookFor : [];
}

function undecidable(given: Case, reason: string): Failure {
	const { connection, request, purpose, ending } = given;
	const { message, status } = explain(ending, connection, request, purpose);
	return new Failure(
		`${message}. Whether the request was carried out is unknown`,
		`${reason} Look in the portal for ${describeSubject(given)} before running this item again, so that nothing is done twice.`,
		status,
		true,
	);
}

function notCarriedOut(given: Case): Failure {
	const { connection, request, purpose, ending, recovery } = given;
	const failure = explain(ending, connection, request, purpose);
	// Nobody looked, because to send it again does no harm.
	if (recovery.kind === 'repeat') return failure;
	const { message, description, status } = failure;
	return new Failure(
		message,
		`Looked in the portal for ${describeSubject(given)}: the change was not made. ${description}`,
		status,
	);
}
