import { ApiError } from './errors';
import type { PortalKey } from './options';
import { scopeOfOperation } from './scopes';

/** A token that may use the API, and what it may do there. */
export interface Grant {
	token: string;
	scopes: string[];
}

/** Finds the token of a request among the keys and the access tokens. */
export class Authorization {
	constructor(
		private readonly keys: PortalKey[],
		private readonly accessTokenScopes: (token: string) => string[] | undefined,
		private readonly revokedMessage: string,
	) {}

	/** Takes a key out of use. */
	revokeKey(token: string): void {
		for (const key of this.keys) if (key.token === token) key.revoked = true;
	}

	/** The grant behind an Authorization header; refuses a missing, unknown or revoked token. */
	identify(header: string | undefined): Grant {
		const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
		const key = this.keys.find((candidate) => candidate.token === token);
		if (key?.revoked) throw new ApiError(401, this.revokedMessage);
		const scopes = key?.scopes ?? this.accessTokenScopes(token ?? '');
		if (!token || !scopes) throw new ApiError(401, 'Unauthenticated.');
		return { token, scopes };
	}
}

/** Refuses an operation that the grant does not cover. */
export function demandScope(grant: Grant, operationId: string): void {
	const scope = scopeOfOperation[operationId];
	if (scope === undefined) throw new Error(`No scope is set for the operation ${operationId}`);
	if (scope !== null && !grant.scopes.includes(scope)) {
		throw new ApiError(403, 'Invalid scope(s) provided.');
	}
}
