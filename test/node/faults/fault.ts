import type { Misbehaviour } from '../../../sandbox/portal';
import type { TokenFault } from '../oauth/tokenAddress';
import type { LinkTrouble } from './brokenStore';
import type { ServedList } from './servedList';

/** Something that goes wrong on the way of a request, or seems to. */
export interface Fault {
	name: string;
	/** What the portal does to the request; a function where it depends on when that is. */
	does: Misbehaviour | (() => Misbehaviour) | 'refuseConnection';
	/** Whether the portal carries out a request that meets it. */
	carriesOut: boolean;
	/**
	 * What the ending proves to whoever sent the request, by HTTP and by what the API documents:
	 * - `done`: it was carried out;
	 * - `refused`: it was not, and would not be the next time;
	 * - `notYet`: it was not, and may be the next time;
	 * - `nothing`: it may have been carried out or not.
	 */
	proves: 'done' | 'refused' | 'notYet' | 'nothing';
	/** Whether every try meets it, and not only the first. */
	lasts?: true;
	/** Whether the time for an answer runs out as soon as the portal has the request. */
	timesOut?: true;
	/** What happens to every reading while the request is in doubt. */
	reading?: Misbehaviour;
	/** How many readings meet that; all of them where nothing is said. */
	readings?: number;
	/** What the request sent a second time meets. */
	then?: Pick<Fault, 'carriesOut' | 'proves'> & { does: Misbehaviour };
	/** What happens to the access token; without it, an API key is used. */
	token?: TokenTrouble;
	/** What the list is in which something is looked for, or which is read. */
	list?: () => ServedList;
	/** What stands at the address of a download. */
	link?: LinkTrouble;
	/** Whether another workflow of the process reads the list while the request is in doubt. */
	isReadMeanwhile?: true;
	/** Whether it applies to reading only, to what changes something only, or to what asks for a state only. */
	only?: 'reads' | 'writes' | 'states';
	/** Whether one request of each kind is enough, because it takes long. */
	isHeavy?: true;
}

/** An access token that expires, and a token address that gives no other one at once. */
export interface TokenTrouble {
	/** Before the request is sent, or when it has arrived: then what finds out about it needs another one. */
	expires: 'before' | 'onArrival';
	does: TokenFault;
	/** How often; `Infinity` where no other token is to be had. */
	times: number;
}

/** No fault at all. */
export const noFault: Fault = {
	name: 'nothing goes wrong',
	does: { kind: 'slow', milliseconds: 0 },
	carriesOut: true,
	proves: 'done',
};

/** Nothing tells that the request was carried out, which it was. */
export function carriedOut(name: string, does: Fault['does']): Fault {
	return { name, does, carriesOut: true, proves: 'nothing' };
}

/** Nothing tells that the request was not carried out. */
export function notCarriedOut(name: string, does: Fault['does']): Fault {
	return { name, does, carriesOut: false, proves: 'nothing' };
}

/** The same ending twice: after the request was carried out, and without. */
export function either(name: string, done: Misbehaviour, notDone: Misbehaviour): Fault[] {
	return [
		carriedOut(`${name}, carried out`, done),
		notCarriedOut(`${name}, not carried out`, notDone),
	];
}

type Status = Omit<Extract<Misbehaviour, { kind: 'status' }>, 'kind' | 'status'>;

/** An answer with that status. */
export function answers(status: number, rest: Status = {}): Misbehaviour {
	return { kind: 'status', status, ...rest };
}

/** An answer that tells nothing, after the request was carried out and without. */
export function eitherAnswer(name: string, status: number, rest: Status = {}): Fault[] {
	return either(
		name,
		answers(status, { ...rest, carryOut: true }),
		answers(status, { ...rest, carryOut: false }),
	);
}

/** A page in which no answer of the API stands. */
export const HTML =
	'<!DOCTYPE html><html><head><title>Portal</title></head><body>Even geduld</body></html>';
