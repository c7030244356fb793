import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Lets the time run out that the HTTP client waits for answers, without waiting for it. */
export interface ClientTime {
	/** For every request under way. */
	runOut: () => void;
	stop: () => void;
}

/**
 * Watches the requests of this process, and makes their sockets say what they say when time is over.
 * @param url Where they go.
 */
export function watchClientTime(url: string): ClientTime {
	const { host } = new URL(url);
	const requests: ClientRequest[] = [];
	const watch = (message: unknown): void => {
		const { request } = message as { request: ClientRequest };
		if (request.getHeader('host') === host) requests.push(request);
	};
	subscribe('http.client.request.start', watch);
	return {
		runOut: () => {
			for (const request of requests) if (!request.destroyed) request.emit('timeout');
		},
		stop: () => unsubscribe('http.client.request.start', watch),
	};
}
