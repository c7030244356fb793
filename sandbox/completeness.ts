import { operations } from './resources';
import { scopeOfOperation } from './scopes';

/**
 * What the portal lacks to serve an operation of the contract: sentences that name the file to mend, none
 * when it can serve it.
 */
export function lackingFor(operationId: string): string[] {
	const lacking: string[] = [];
	if (!(operationId in operations)) {
		lacking.push(
			`The stand-in portal has no handler for ${operationId}: add it to its resource in sandbox/resources, which sandbox/resources/index.ts has to name.`,
		);
	}
	if (!(operationId in scopeOfOperation)) {
		lacking.push(
			`The stand-in portal has no scope for ${operationId}: give it an x-scope in sandbox/openapi.yaml, null where any valid token is enough.`,
		);
	}
	return lacking;
}
