import type { IDataObject } from 'n8n-workflow';

/**
 * How to find out whether a request that changes something was carried out when its answer got lost.
 * Every such operation has to say it, so that nothing is done twice because nobody thought of it.
 */
export type Recovery = Search | ReadBack | Repeat | NoRecovery;

/**
 * What it creates is found in the list of its kind. Only where no two objects have the same values in
 * these fields, or a second one is not wanted.
 */
export interface Search {
	kind: 'search';
	/** Fields of the request that an object has to show to be the one. */
	match: readonly string[];
	/** What it also has to show, where the request says it: else it is another one that is alike. */
	fit?: readonly string[];
	/** Names in the list that differ from those in the request. */
	listNames?: Readonly<Record<string, string>>;
}

/** What it changes is read again and shows the change. */
export interface ReadBack {
	kind: 'readBack';
	isDone: (object: IDataObject, body: IDataObject) => boolean;
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
