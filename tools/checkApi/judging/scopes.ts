import { allScopes, scopeOfOperation } from '../../../sandbox/scopes';
import type { OperationResult } from '../reading/results';
import type { Evidence } from './evidence';
import { confirmed, counted, otherwise, stillOpen, type Verdict } from './verdict';

/** Whether the API let the key do it: undefined where it was not asked, or not settled. */
function wasAllowed({ statuses, requests }: OperationResult): boolean | undefined {
	if (requests === 0) return undefined;
	if (statuses.includes(403)) return false;
	return statuses.some((status) => status < 400 || status === 426) ? true : undefined;
}

/** I10 */
export function judgeScopes({ results, scopes }: Evidence): Verdict {
	if (scopes === undefined) return stillOpen('the scopes of the key were not named');
	const tried = results.flatMap((result) => {
		const scope = scopeOfOperation[result.operation.operationId] ?? null;
		const isAllowed = wasAllowed(result);
		return scope === null || isAllowed === undefined
			? []
			: [
					{
						operationId: result.operation.operationId,
						isAllowed,
						hasScope: scopes.includes(scope),
					},
				];
	});
	const wrong = tried.filter(({ isAllowed, hasScope }) => isAllowed !== hasScope);
	if (wrong.length > 0) {
		return otherwise(
			wrong
				.map(
					({ operationId, isAllowed }) =>
						`${operationId} is ${isAllowed ? 'allowed without' : 'refused with'} its scope`,
				)
				.join(', '),
		);
	}
	const refused = tried.filter(({ isAllowed }) => !isAllowed).length;
	const allowed = tried.length - refused;
	if (refused === 0 || allowed === 0) {
		return stillOpen(
			`${counted(tried.length, 'operation')} ${refused === 0 ? 'allowed' : 'refused'}; a key with some of the scopes shows it`,
		);
	}
	return confirmed(`${allowed} allowed and ${refused} refused, as their scopes say`);
}

/** I12, I13: operations whose scope is a guess, by a list of them and the scope that is taken for it. */
export function judgeScopeOf(operationId: string, scope: string | undefined) {
	return ({ results, scopes }: Evidence): Verdict => {
		const result = results.find(({ operation }) => operation.operationId === operationId);
		const isAllowed = result && wasAllowed(result);
		if (scopes === undefined) return stillOpen('the scopes of the key were not named');
		if (isAllowed === undefined) return stillOpen('was not answered');
		const isExpected = scope === undefined || scopes.includes(scope);
		if (isAllowed !== isExpected) {
			return otherwise(
				`${operationId} is ${isAllowed ? 'allowed' : 'refused'} with the scopes of this key`,
			);
		}
		return scopes.length === allScopes.length
			? stillOpen('allowed with every scope; a key with some of the scopes shows it')
			: confirmed(`${isAllowed ? 'allowed' : 'refused'} with the scopes of this key`);
	};
}
