import type { Misbehaviour } from '../../../sandbox/portal';
import {
	answers,
	carriedOut,
	either,
	eitherAnswer,
	type Fault,
	HTML,
	noFault,
	notCarriedOut,
} from './fault';
import { madeBefore } from './stateFaults';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Longer than anybody waits whose time runs out as soon as the request has arrived. */
const LATE = 60_000;

const lost: Fault[] = [
	...either('reset without an answer', { kind: 'loseAnswer' }, { kind: 'dropRequest' }),
	{
		name: 'reset in mid-answer',
		does: { kind: 'cutAnswer' },
		carriesOut: true,
		proves: 'nothing',
	},
	...either('time-out', { kind: 'slow', milliseconds: LATE }, { kind: 'hang' }).map(
		(fault): Fault => ({ ...fault, timesOut: true }),
	),
];

const refusedConnection: Fault[] = [
	{
		name: 'connection refused once',
		does: 'refuseConnection',
		carriesOut: false,
		proves: 'notYet',
	},
	{
		name: 'every connection refused',
		does: 'refuseConnection',
		carriesOut: false,
		proves: 'notYet',
		lasts: true,
	},
];

/** A date so many seconds from now, when the request is refused; the portal's clock is not fast. */
const inSeconds = (seconds: number): string =>
	new Date(performance.timeOrigin + performance.now() + seconds * 1000).toUTCString();

const limited: Fault[] = [
	['in seconds', { 'retry-after': '1' }],
	['by a date in the past', { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }],
	['without a header', {}],
	['for 0 seconds', { 'retry-after': '0' }],
	['for less than nothing', { 'retry-after': '-1' }],
	['in words', { 'retry-after': 'soon' }],
].map(([name, headers]): Fault => ({
	name: `429 ${name as string}`,
	does: answers(429, { headers: headers as Record<string, string> }),
	carriesOut: false,
	proves: 'notYet',
}));

const limitedByDate: Fault = {
	name: '429 by a date',
	does: () => answers(429, { headers: { 'retry-after': inSeconds(20) } }),
	carriesOut: false,
	proves: 'notYet',
};

const absurdlyLimited: Fault = {
	name: '429 for a day',
	does: answers(429, { headers: { 'retry-after': '99999' } }),
	carriesOut: false,
	proves: 'notYet',
	lasts: true,
};

const statuses: Fault[] = [
	...[408, 500, 502, 503, 504, 520].flatMap((status) => eitherAnswer(`${status}`, status)),
	...eitherAnswer('503 with a web page', 503, { body: HTML }),
	...[400, 403, 404, 405, 407, 409, 410, 413, 415, 418, 422, 426].map((status): Fault => ({
		name: `${status}`,
		does: answers(status, { body: { message: 'No.' } }),
		carriesOut: false,
		proves: 'refused',
	})),
	{
		name: '401',
		does: answers(401, { body: { message: 'Unauthenticated.' } }),
		carriesOut: false,
		proves: 'refused',
	},
	...[301, 302, 303, 307, 308].map((status): Fault => ({
		name: `redirect with ${status}`,
		does: { kind: 'redirect', status, location: 'http://127.0.0.1:9/elsewhere' },
		carriesOut: false,
		proves: 'refused',
	})),
];

const otherAnswers: Fault[] = [
	...eitherAnswer('web page with 200', 200, { body: HTML }),
	...eitherAnswer('nothing with 200', 200, { body: '' }),
	...either(
		'JSON that breaks off',
		{ kind: 'brokenJson' },
		answers(200, { body: '{"id":"inv_1","am', headers: JSON_TYPE }),
	),
	...[
		['a list of its own', []],
		['a text', '"ok"'],
		['a number', 1],
		['null', null],
		['no field', {}],
		['no id', { message: 'Scheduled maintenance.' }],
		['an empty id', { id: '', data: '', link: '' }],
	].flatMap(([name, body]) =>
		eitherAnswer(`JSON with ${name as string}`, 200, { body, headers: JSON_TYPE }),
	),
	{ name: 'compressed', does: { kind: 'gzip' }, carriesOut: true, proves: 'done' },
	{ name: 'dripping', does: { kind: 'drip', milliseconds: 5 }, carriesOut: true, proves: 'done' },
	// How an answer is read does not depend on what was asked for: one request of each kind shows it.
	{
		name: '10 MB around the answer',
		does: { kind: 'bulky', bytes: 10_000_000 },
		carriesOut: true,
		proves: 'done',
		isHeavy: true,
	},
	{
		name: '10 MB of refusal',
		does: answers(422, { body: { message: 'No. '.repeat(2_500_000) } }),
		carriesOut: false,
		proves: 'refused',
		isHeavy: true,
	},
];

/** Nothing is left to tell of what was removed, so that 204 tells success of a removal alone. */
const nothingLeft: Fault[] = eitherAnswer('204', 204, { body: '' });

const outage: Fault[] = [
	{ ...carriedOut('every answer lost', { kind: 'loseAnswer' }), lasts: true },
	{ ...notCarriedOut('every request dropped', { kind: 'dropRequest' }), lasts: true },
	{ ...carriedOut('502 to all, carried out', answers(502, { carryOut: true })), lasts: true },
	{ ...notCarriedOut('502 to all, not carried out', answers(502)), lasts: true },
];

const secondTry: Fault[] = [
	{
		...notCarriedOut('dropped, then lost', { kind: 'dropRequest' }),
		then: { does: { kind: 'loseAnswer' }, carriesOut: true, proves: 'nothing' },
		only: 'writes',
	},
	{
		...notCarriedOut('dropped, then refused', { kind: 'dropRequest' }),
		then: {
			does: answers(422, { body: { message: 'No.' } }),
			carriesOut: false,
			proves: 'refused',
		},
		only: 'writes',
	},
	{
		...carriedOut('lost, then refused', { kind: 'loseAnswer' }),
		then: {
			does: answers(422, { body: { message: 'No.' } }),
			carriesOut: false,
			proves: 'refused',
		},
		only: 'writes',
	},
	{
		name: '429, then lost',
		does: answers(429, { headers: { 'retry-after': '1' } }),
		carriesOut: false,
		proves: 'notYet',
		then: { does: { kind: 'loseAnswer' }, carriesOut: true, proves: 'nothing' },
		only: 'writes',
	},
	{
		name: '429, then dropped',
		does: answers(429, { headers: { 'retry-after': '1' } }),
		carriesOut: false,
		proves: 'notYet',
		then: { does: { kind: 'dropRequest' }, carriesOut: false, proves: 'nothing' },
		only: 'writes',
	},
];

const unreadable: Fault[] = (
	[
		['refuses to be read', answers(403, { body: { message: 'Invalid scope(s) provided.' } })],
		['answers with 502', answers(502)],
		['answers with a web page', answers(200, { body: HTML })],
		['answers with a list without objects in it', answers(200, { body: { data: [null] } })],
		['breaks the connection', { kind: 'dropRequest' }],
	] as Array<[string, Misbehaviour]>
).flatMap(([name, reading]): Fault[] => [
	{
		...carriedOut(`lost, and the portal ${name}`, { kind: 'loseAnswer' }),
		reading,
		only: 'writes',
	},
	{
		...notCarriedOut(`dropped, and the portal ${name}`, { kind: 'dropRequest' }),
		reading,
		only: 'writes',
	},
]);

const unreadableAtFirst: Fault[] = (
	[
		['502', answers(502)],
		['429', answers(429, { headers: { 'retry-after': '1' } })],
		['lost', { kind: 'dropRequest' }],
	] as Array<[string, Misbehaviour]>
).flatMap(([name, reading]): Fault[] => [
	{
		...carriedOut(`lost, and first reading: ${name}`, { kind: 'loseAnswer' }),
		reading,
		readings: 2,
		only: 'writes',
	},
	{
		...notCarriedOut(`dropped, and first reading: ${name}`, { kind: 'dropRequest' }),
		reading,
		readings: 2,
		only: 'writes',
	},
]);

/** What another workflow reads is no sign of who made it. */
const readMeanwhile: Fault = {
	...carriedOut('lost, and another workflow reads it meanwhile', { kind: 'loseAnswer' }),
	isReadMeanwhile: true,
	only: 'writes',
};

/** Faults after which it is open what became of the request. */
export const faultsInDoubt: Fault[] = [
	...lost,
	...outage,
	...secondTry,
	...unreadable,
	...unreadableAtFirst,
	...nothingLeft,
	readMeanwhile,
];

/**
 * The connection ends, and the portal carries the request out after that.
 * @param timesFaster How fast the node's clock goes.
 */
export function finishedLate(timesFaster: number): Fault[] {
	return [3, 8, 20].map((seconds) => ({
		name: `finished ${seconds} s after the connection ended`,
		does: { kind: 'finishLate', milliseconds: (seconds * 1000) / timesFaster },
		carriesOut: true,
		proves: 'nothing',
		only: 'writes',
	}));
}

/** Faults in which an answer comes, of whatever kind, or no connection. */
export const faultsAnswered: Fault[] = [
	noFault,
	...refusedConnection,
	...limited,
	limitedByDate,
	absurdlyLimited,
	...statuses,
	...madeBefore,
	...otherAnswers,
];

/** Faults after which something is waited for, which the clock on the wall has no part in. */
export const faultsUnderClock: Fault[] = [
	noFault,
	...limited,
	limitedByDate,
	...lost,
	...secondTry,
	...unreadableAtFirst,
];
