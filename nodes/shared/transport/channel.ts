import type { ApiClock } from './apiClock';
import { fingerprintOf } from './credential';
import { RateLimiter } from './rateLimiter';

/** What everything in this process knows of one token at one API. */
export interface Channel {
	limiter: RateLimiter;
	/** The last renewal of the access token. */
	renewal?: Renewal;
	/** What the clock of the API said in its last answer. */
	apiClock?: ApiClock;
	/** IDs of what requests of this process have made: nobody else made it. */
	claimed: Set<unknown>;
	/** How the API reads booleans in multipart bodies; learned from its refusals. */
	multipartBooleans: 'words' | 'digits';
}

/** The renewal of an access token: it ends once for all who wait for it. */
export interface Renewal {
	/** Fingerprint of the token that expired. */
	of: string;
	/** Resolves when another token is stored. */
	done: Promise<void>;
	/** When it failed, by the clock of durations. */
	failedAt?: number;
}

const channels = new Map<string, Channel>();

/** More tokens than a process ever talks with at once. */
const MOST_CHANNELS = 100;

/**
 * One channel for each token at each API, shared by all nodes and executions of the process.
 * @param identity What stays the same of the credential; only its hash is kept.
 */
export function channelOf(baseUrl: string, identity: string): Channel {
	const key = fingerprintOf(baseUrl, identity);
	const known = channels.get(key);
	if (known) return known;
	if (channels.size >= MOST_CHANNELS) forgetIdleChannels();
	const channel: Channel = {
		limiter: new RateLimiter(),
		claimed: new Set(),
		multipartBooleans: 'words',
	};
	channels.set(key, channel);
	return channel;
}

function forgetIdleChannels(): void {
	for (const [key, { limiter }] of channels) {
		if (limiter.isIdle) channels.delete(key);
	}
}
