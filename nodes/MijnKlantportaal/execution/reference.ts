import type { IHttpRequestOptions } from 'n8n-workflow';
import { findByKey, type FindOptions, type FoundByKey } from '../../shared/objects/findByKey';
import type { KeyField, PortalObject } from '../../shared/objects/portalObject';
import type { Connection } from '../../shared/transport/connection';
import { Failure } from '../../shared/transport/failure';
import {
	article,
	type IdentifierKind,
	isIdentifier,
	toIdentifier,
} from '../../shared/values/identifier';
import { visibleText } from '../../shared/values/visibleText';
import { quote, WrongValue } from '../../shared/values/wrongValue';

/** An object that a person names by what they know it by. Its ID takes its place before anything is sent. */
export class Reference {
	constructor(
		readonly object: PortalObject,
		readonly key: KeyField,
		/** As the list of the objects shows it. */
		readonly value: string,
	) {}
}

/**
 * The ID of an object, or what it is known by.
 * @param mode The way in which the locator names it; undefined where an expression gives the whole.
 * @throws WrongValue
 */
export function toReference(
	value: unknown,
	object: PortalObject,
	mode: string | undefined,
): string | Reference {
	const { keys = [], noun } = object;
	const text = typeof value === 'string' ? visibleText(value) : value;
	const key = keys.find((candidate) => candidate.mode === mode);
	if (key === undefined) {
		const meant = keys.find((candidate) => isUnmistakable(candidate, text));
		if (meant === undefined) return toIdentifier(value, object);
		throw new WrongValue(
			`is ${article(meant.noun)} ${meant.noun}, and not the ID of ${article(noun)} ${noun}: ${quote(text)}`,
			`Choose ${meant.displayName} for it.`,
		);
	}
	if (isIdentifier(text, object)) {
		throw new WrongValue(
			`is the ID of ${article(noun)} ${noun}, and not ${article(key.noun)} ${key.noun}: ${quote(text)}`,
			'Choose By ID for it.',
		);
	}
	return new Reference(object, key, key.read(value));
}

/**
 * The ID of an object, or what cannot be anything but what it is known by: in lists they stand mixed.
 * @throws WrongValue
 */
export function toMixedReference(value: unknown, object: PortalObject): string | Reference {
	const key = object.keys?.find((candidate) => isUnmistakable(candidate, value));
	if (key !== undefined) return toReference(value, object, key.mode);
	return toIdentifier(value, mixedKind(object));
}

/** Such objects as they stand in lists: by ID, or by what can be nothing else. */
export function mixedKind({ noun, prefixes, keys }: PortalObject): IdentifierKind {
	const key = keys?.find((candidate) => candidate.isUnmistakable);
	return { noun, prefixes, orElse: key?.noun };
}

function isUnmistakable({ isUnmistakable: knows }: KeyField, value: unknown): boolean {
	return typeof value === 'string' && knows?.(value) === true;
}

/** A value of a request in which objects stand that have to be found first. */
interface NotedReferences {
	/** Name of the parameter as the canvas shows it. */
	displayName: string;
	value: unknown;
	/** Puts the value into the request once every object has its ID. */
	fill: (value: unknown) => void;
}

const notedByRequest = new WeakMap<IHttpRequestOptions, NotedReferences[]>();

/** Whether the value names objects that have to be found first. */
export function hasReferences(value: unknown): boolean {
	return Array.isArray(value) ? value.some(hasReferences) : value instanceof Reference;
}

/** Notes that the value has to be filled in once the objects in it are found. */
export function noteReferences(request: IHttpRequestOptions, noted: NotedReferences): void {
	notedByRequest.set(request, [...referencesOf(request), noted]);
}

/** What was noted about this request. */
function referencesOf(request: IHttpRequestOptions): readonly NotedReferences[] {
	return notedByRequest.get(request) ?? [];
}

/**
 * Puts the IDs of the objects into the request.
 * @returns What is wrong with each parameter that names none or several.
 * @throws Failure when the list of the objects cannot be read; the reason of the stop.
 */
export async function resolveReferences(
	request: IHttpRequestOptions,
	connection: Connection,
	options: FindOptions,
): Promise<Array<{ displayName: string; wrong: WrongValue }>> {
	const problems = await Promise.all(
		referencesOf(request).map(async ({ displayName, value, fill }) => {
			const found = await resolveAll(value, displayName, connection, options).catch(toWrongValue);
			if (found instanceof WrongValue) return [{ displayName, wrong: found }];
			fill(found);
			return [];
		}),
	);
	return problems.flat();
}

/** Other errors go on their way. */
function toWrongValue(cause: unknown): WrongValue {
	if (cause instanceof WrongValue) return cause;
	throw cause;
}

async function resolveAll(
	value: unknown,
	displayName: string,
	connection: Connection,
	options: FindOptions,
): Promise<unknown> {
	if (value instanceof Reference) return await identify(value, displayName, connection, options);
	if (!Array.isArray(value)) return value;
	const parts = await Promise.all(
		value.map(async (part: unknown) => await resolveAll(part, displayName, connection, options)),
	);
	return [...new Set(parts)];
}

async function identify(
	{ object, key, value }: Reference,
	displayName: string,
	connection: Connection,
	options: FindOptions,
): Promise<string> {
	const sought = { [key.field]: value };
	const found = await findByKey(connection, object, sought, options).catch((cause: unknown) => {
		if (!(cause instanceof Failure)) throw cause;
		throw new Failure(
			`${displayName} cannot be looked up by its ${key.noun}: ${cause.message}`,
			`${cause.description} Nothing was sent.`,
			cause.status,
		);
	});
	const [match, another] = found.matches;
	if (match === undefined) throw absent(object, key, value, found);
	if (another !== undefined) throw ambiguous(object, key, value, found);
	return String(match.id);
}

function absent(
	object: PortalObject,
	key: KeyField,
	value: string,
	{ searched, alike }: FoundByKey,
): WrongValue {
	const { noun } = object;
	const where =
		searched === 1 ? `the only ${noun} has another` : `none of ${searched} ${noun}s has that`;
	const hint = alike.map((candidate) => describeCandidate(object, key, candidate)).join(' or ');
	return new WrongValue(
		`is not in the portal: ${where} ${key.noun}, ${quote(value)}`,
		hint === ''
			? `Correct it, or add the ${noun} to the portal first.`
			: `Did you mean ${hint}? Correct it, or add the ${noun} to the portal first.`,
	);
}

function ambiguous(
	object: PortalObject,
	key: KeyField,
	value: string,
	{ matches, searched }: FoundByKey,
): WrongValue {
	const shown = matches
		.slice(0, MOST_SHOWN)
		.map((match) => describeCandidate(object, undefined, match));
	const more = matches.length - shown.length;
	const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
	return new WrongValue(
		`names ${matches.length} of ${searched} ${object.noun}s, which share the ${key.noun} ${quote(value)}: ${list}`,
		'Choose By ID and give the ID of the one that is meant.',
	);
}

/** More than these are not listed in a sentence. */
const MOST_SHOWN = 5;

/** A person's words for an object: `Bakkerij De Gouden Korst (Utrecht), cst_…`. */
function describeCandidate(
	{ title }: PortalObject,
	key: KeyField | undefined,
	candidate: FoundByKey['matches'][number],
): string {
	const shown = key === undefined ? undefined : quote(candidate[key.field]);
	return [shown, title?.(candidate), candidate.id].filter(Boolean).join(', ');
}
