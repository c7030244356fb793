import { allScopes } from './scopes';
import type { SeededNumbers } from './seed/numbers';

/** A token that the portal knows, and what it may do. */
export interface PortalKey {
	token: string;
	scopes: string[];
	revoked?: boolean;
}

/** An application that may ask for access through OAuth2. */
export interface OAuthClient {
	clientId: string;
	clientSecret: string;
	redirectUris: string[];
	accessTokenSeconds?: number;
	codeSeconds?: number;
}

/** An answer before it is sent. */
export interface OutgoingAnswer {
	operationId?: string;
	status: number;
	body: unknown;
}

/** What can be set when the portal starts. */
export interface PortalOptions {
	/** 0 (the default) takes any free port; the host is always 127.0.0.1. */
	port?: number;
	/** Default: one key `sandbox-key` with every scope. */
	keys?: PortalKey[];
	/** Requests per window and token; default 60, Infinity for no limit. */
	limit?: number;
	windowMilliseconds?: number;
	/**
	 * The documentation leaves open which of the two the real API has.
	 * fixed: a window starts with the first request after the last window ended;
	 * sliding: every request frees its place one window later.
	 */
	windowKind?: 'fixed' | 'sliding';
	/** How booleans have to be written in multipart bodies: true/false or 1/0. */
	booleans?: 'words' | 'digits';
	/** Licence limit of customer invoices per calendar month; 426 when it is used up. */
	invoicesPerMonth?: number;
	/** Whether the licence includes ticketing; without it tickets answer 426. */
	ticketing?: boolean;
	/** In which order lists come; undocumented. byName: by what people know an object by, such as its number. */
	listOrder?: 'newestFirst' | 'oldestFirst' | 'byName';
	/**
	 * Objects that are removed while lists are read: each time that so many pages of a list were shown, it
	 * loses its first object, so many times in all (default 1).
	 */
	removals?: { afterPages: number; times?: number };
	/** How much there is in the portal at first. */
	seeded?: SeededNumbers;
	oauthClients?: OAuthClient[];
	/**
	 * Which bodies the token address reads: JSON as documented, or forms as well. n8n sends forms, and
	 * whether MijnKlantportaal reads them is not documented.
	 */
	tokenBodies?: 'json' | 'jsonOrForm';
	/** What a revoked key is told; by default the same as an unknown one. */
	revokedMessage?: string;
	/** How often a failed webhook delivery is tried again. */
	webhookRetries?: number;
	/** What X-Webhook-Signature carries: the secret itself (as documented) or an HMAC-SHA256 of the body. */
	webhookSignature?: 'secret' | 'hmac';
	/** DELETE /webhooks/{webhookId} is not in the contract. */
	webhookDeletion?: 'supported' | 'notFound' | 'methodNotAllowed';
	/** Whether answers tell what is left of the limit; refusals tell in any case how long to wait. */
	rateHeaders?: 'sent' | 'missing';
	/** Whether a second invoice may carry a number that is taken; undocumented. */
	invoiceNumbers?: 'repeatable' | 'unique';
	/**
	 * Changes the body of every answer of the API on its way out, for portals that are otherwise than the
	 * contract says.
	 */
	alterAnswer?: (answer: OutgoingAnswer) => unknown;
	/** Base of every address the portal names; default http://127.0.0.1:<port>. */
	publicUrl?: string;
}

/** The options with every default filled in. */
export type Settings = Required<PortalOptions>;

/** Fills in the defaults; the keys are copied, because revoking a token changes them. */
export function settingsFrom(options: PortalOptions): Settings {
	return {
		port: options.port ?? 0,
		keys: (options.keys ?? [{ token: 'sandbox-key', scopes: [...allScopes] }]).map((key) => ({
			...key,
		})),
		limit: options.limit ?? 60,
		windowMilliseconds: options.windowMilliseconds ?? 60_000,
		windowKind: options.windowKind ?? 'fixed',
		booleans: options.booleans ?? 'words',
		invoicesPerMonth: options.invoicesPerMonth ?? Infinity,
		ticketing: options.ticketing ?? true,
		listOrder: options.listOrder ?? 'newestFirst',
		removals: options.removals ?? { afterPages: Infinity },
		seeded: options.seeded ?? {},
		oauthClients: options.oauthClients ?? [],
		tokenBodies: options.tokenBodies ?? 'json',
		revokedMessage: options.revokedMessage ?? 'Unauthenticated.',
		webhookRetries: options.webhookRetries ?? 0,
		webhookSignature: options.webhookSignature ?? 'secret',
		webhookDeletion: options.webhookDeletion ?? 'methodNotAllowed',
		rateHeaders: options.rateHeaders ?? 'sent',
		invoiceNumbers: options.invoiceNumbers ?? 'repeatable',
		alterAnswer: options.alterAnswer ?? (({ body }) => body),
		publicUrl: options.publicUrl?.replace(/\/+$/, '') ?? '',
	};
}
