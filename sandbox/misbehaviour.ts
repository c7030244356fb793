/** A way in which the portal can be told to misbehave. */
export type Misbehaviour =
	/** Carry the request out, then break the connection without an answer. */
	| { kind: 'loseAnswer' }
	/** Break the connection without carrying the request out. */
	| { kind: 'dropRequest' }
	/** Neither carry the request out nor answer; the connection stays. */
	| { kind: 'hang' }
	/** Carry the request out and break the connection in the middle of the answer. */
	| { kind: 'cutAnswer' }
	/** Carry the request out and answer in small pieces, with such a pause after each. */
	| { kind: 'drip'; milliseconds: number }
	/** Carry the request out and answer compressed. */
	| { kind: 'gzip' }
	/** Carry the request out and answer with so many bytes more than there is to say. */
	| { kind: 'bulky'; bytes: number }
	/** Break the connection, and carry the request out so much later. */
	| { kind: 'finishLate'; milliseconds: number }
	/** Answer with that status; the request is carried out only when carryOut says so. */
	| {
			kind: 'status';
			status: number;
			body?: unknown;
			headers?: Record<string, string>;
			carryOut?: boolean;
	  }
	/** Carry the request out and answer late. */
	| { kind: 'slow'; milliseconds: number }
	/** Carry the request out and answer success with JSON that breaks off. */
	| { kind: 'brokenJson' }
	/** Carry the request out and answer with a web page. */
	| { kind: 'html'; status?: number }
	/** Carry the request out and answer success without a body. */
	| { kind: 'empty' }
	/** Send the caller somewhere else, without carrying the request out. */
	| { kind: 'redirect'; location: string; status?: number }
	/** Name this address as the next page of a list. */
	| { kind: 'nextPage'; url: string };

/** Which requests misbehaviour meets; without method and path it meets every request. */
export type MisbehaviourRule = {
	method?: string;
	path?: RegExp;
	/** How many requests it meets; default 1. */
	times?: number;
	/** How many matching requests it lets through first. */
	skip?: number;
	/** Called for each request that it meets, before anything is done with it. */
	onArrival?: () => void;
} & Misbehaviour;

/** The rules that are in force, in the order in which they were given. */
export class MisbehaviourRules {
	private rules: { rule: MisbehaviourRule; left: number; toSkip: number }[] = [];

	add(rule: MisbehaviourRule): void {
		this.rules.push({ rule, left: rule.times ?? 1, toSkip: rule.skip ?? 0 });
	}

	clear(): void {
		this.rules = [];
	}

	/** The misbehaviour for this request, if any; the first rule that is due wins. */
	take(method: string, path: string): Misbehaviour | undefined {
		for (const entry of this.rules) {
			const { rule } = entry;
			if (entry.left <= 0) continue;
			if (rule.method && rule.method.toUpperCase() !== method) continue;
			// search instead of test: a pattern with the flag g remembers where it stopped.
			if (rule.path && path.search(rule.path) < 0) continue;
			if (entry.toSkip > 0) {
				entry.toSkip -= 1;
				continue;
			}
			entry.left -= 1;
			rule.onArrival?.();
			return rule;
		}
		return undefined;
	}
}
