import type { IDataObject } from 'n8n-workflow';

/**
 * How to find out whether a request that changes something was carried out when its answer got lost.
 * Every such operation has to say it, so that nothing is done twice because nobody thought of it.
 */
export type Recovery = Search | ReadBack | Repeat | NoRecovery;

/**
 * What it creates is found in the list of its kind. Where two objects may have the same values in these
 * fields, and a second one may be wanted, only that there is none tells something: `mayBeAnother`.
 */
export interface Search {
	kind: 'search';
	/** Fields of the request that an object has to show to be the one. */
	match: readonly string[];
	/** What it also has to show, where the request says it: else it is another one that is alike. */
	fit?: readonly string[];
	/** Names in the list that differ from those in the request. */
	listNames?: Readonly<Record<string, string>>;
	/**
	 * Where several objects may have these values: why one that is there may be another one, as a sentence.
	 * Then it is certain only that the request made nothing, where none was made since it was sent.
	 */
	mayBeAnother?: string;
}

/** What it changes is read again and shows the change. */
export interface ReadBack {
	kind: 'readBack';
	/**
	 * Whether the object shows the change; `unclear` where it shows something of which nobody can say. Called
	 * for the answer of a request that succeeded as well, so that what it made is known as made.
	 */
	isDone: (object: IDataObject, body: IDataObject, sent: SentRequest) => boolean | 'unclear';
	/** What it adds to the object each time that it is carried out: "answer". None where it changes it. */
	adds?: string;
	/** Fields of the request that a person looks for in the object. */
	lookFor?: readonly string[];
}

/** Whether what is asked for is a state, which the object may be in already: nothing is added to it. */
export function asksForState(recovery: Recovery): recovery is ReadBack {
	return recovery.kind === 'readBack' && !recovery.adds;
}

/** What tells the part that a request has added to an object from others like it. */
export interface SentRequest {
	/** A little before it was sent, by the clock of the API: milliseconds since 1970. */
	since: number;
	/** Notes a part as made by this request; false where another one of this process has made it. */
	claim: (part: IDataObject) => boolean;
	/**
	 * Whether a part that reads otherwise may be its own: no other request of this process is known to have made
	 * it. Of a request that certainly was carried out, it is noted as made by it.
	 */
	mayBeOwn: (part: IDataObject) => boolean;
}

/** Carried out twice, it does the same as once. */
export interface Repeat {
	kind: 'repeat';
}

/** Nothing tells it from others of its kind: a person has to look. */
export interface NoRecovery {
	kind: 'none';
	/** Why the API does not tell, as a sentence for that person. */
	reason: string;
	/** What it makes, where that is of another kind than the object: "subscription". */
	noun?: string;
	/** Fields of the request to look for. */
	lookFor: readonly string[];
}
