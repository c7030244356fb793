import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiRouter, violationsOf } from './api';
import { Authorization } from './authorization';
import { downloadRouter } from './downloads';
import type { RecordedRequest } from './exchange';
import { MisbehaviourRules, type MisbehaviourRule } from './misbehaviour';
import { OAuth, type TokenRequest } from './oauth';
import { settingsFrom, type PortalOptions } from './options';
import { pageRouter } from './page/page';
import { RateLimit } from './rateLimit';
import { Removals } from './removals';
import type { PortalContext } from './resources/operation';
import { seed } from './seed';
import { emptyState, type PortalState } from './state';
import { Webhooks, type Delivery } from './webhooks';

export type { RecordedRequest } from './exchange';
export type { Misbehaviour, MisbehaviourRule } from './misbehaviour';
export type { TokenRequest } from './oauth';
export type { OAuthClient, OutgoingAnswer, PortalKey, PortalOptions } from './options';
export type { PortalState } from './state';
export type { Delivery } from './webhooks';

/** A stand-in portal that is running. */
export interface Portal {
	/** http://127.0.0.1:<port>, with the web page at /. */
	url: string;
	/** http://127.0.0.1:<port>/v1 */
	apiUrl: string;
	/** API requests in order of arrival, rejected ones included. */
	requests: RecordedRequest[];
	state: PortalState;
	/** Answers of the portal that its own contract does not allow; always empty, unless the portal has a bug. */
	contractViolations: string[];
	webhooks: {
		/** Calls every webhook of that type; done when all have answered or given up. */
		fire(type: string, payload: unknown): Promise<void>;
		deliveries: Delivery[];
		/** Done when no call is under way. */
		settled(): Promise<void>;
	};
	oauth: {
		readonly refreshes: number;
		revokeRefreshTokens(): void;
		expireAccessTokens(): void;
		tokenRequests: TokenRequest[];
	};
	/** Lets coming requests meet with misbehaviour; requests without a token or over the limit do not count. */
	misbehave(rule: MisbehaviourRule): void;
	/** Forgets all misbehaviour. */
	behave(): void;
	/** Forgets state, requests, rate windows and misbehaviour, and seeds again; keys and tokens stay. */
	reset(): void;
	/** Takes a key or access token out of use. */
	revoke(token: string): void;
	/** Stops and closes all connections. */
	close(): Promise<void>;
}

/** Starts a stand-in portal on 127.0.0.1. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
	const settings = settingsFrom(options);
	const state = emptyState();
	seed(state, settings.seeded);
	const requests: RecordedRequest[] = [];
	const rateLimit = new RateLimit(settings);
	const misbehaviours = new MisbehaviourRules();
	const webhooks = new Webhooks(state, settings);
	const oauth = new OAuth(settings);
	const authorization = new Authorization(
		settings.keys,
		(token) => oauth.scopesOf(token),
		settings.revokedMessage,
	);
	const removals = new Removals(state, settings);
	const context: PortalContext = {
		state,
		settings,
		removals,
		announce: (type, payload) => void webhooks.fire(type, payload),
	};

	const application = express();
	const contractViolations = violationsOf(application);
	application.disable('x-powered-by');
	// Entity tags would turn repeated reads into 304 answers, which the documentation knows nothing of.
	application.disable('etag');
	// The validator asks the application whether slashes and case matter.
	application.enable('strict routing');
	application.enable('case sensitive routing');
	application.use(
		'/v1',
		apiRouter({
			context,
			requests,
			authorization,
			rateLimit,
			misbehaviours,
		}),
	);
	application.use(
		downloadRouter(state),
		oauth.router(),
		pageRouter(context, { state, requests, deliveries: webhooks.deliveries }),
	);

	const server = createServer(application);
	// Longer than a rate window: a client that waited for the next one finds its connection alive.
	server.keepAliveTimeout = 75_000;
	server.listen(settings.port, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	settings.publicUrl ||= url;

	return {
		url,
		apiUrl: `${url}/v1`,
		requests,
		state,
		contractViolations,
		webhooks,
		oauth,
		misbehave: (rule) => misbehaviours.add(rule),
		behave: () => misbehaviours.clear(),
		reset: () => {
			// In place, because callers hold on to these objects.
			Object.assign(state, emptyState());
			seed(state, settings.seeded);
			requests.length = 0;
			contractViolations.length = 0;
			rateLimit.clear();
			removals.clear();
			misbehaviours.clear();
			webhooks.forget();
			oauth.forget();
		},
		revoke: (token) => {
			authorization.revokeKey(token);
			oauth.revokeAccessToken(token);
		},
		close: async () => {
			webhooks.close();
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
