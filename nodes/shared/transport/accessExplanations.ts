import { groupWith } from '../authentication/accessGroups';
import { withoutFullStop } from '../values/sentence';
import { type Account, tokenOf } from './credential';
import type { Explanation } from './failure';
import type { ApiRequest } from './request';

/**
 * What to say when the API does not know the token (401).
 * @param scope What the request needs; undefined where the documentation names none.
 * @param sentence The API's own.
 */
export function describeRefusedToken(
	request: ApiRequest,
	account: Account,
	scope: string | undefined,
	sentence: string | undefined,
): Explanation {
	return [describeUnaccepted(account, sentence), describeConnecting(request, account, scope)];
}

/**
 * What to say when the token may not do what the request asks for (403).
 * @param scope What the request needs; undefined where the documentation names none.
 * @param sentence The API's own.
 */
export function describeLackingScope(
	request: ApiRequest,
	account: Account,
	scope: string | undefined,
	sentence: string | undefined,
): Explanation {
	return [
		sentence ?? `The ${tokenOf(account)} may not do this`,
		`${describeScope(request, scope)} ${describeMoreAccess(account, scope)}`,
	];
}

/** In words of ours, because the API's "Unauthenticated" says neither what is wrong nor with what. */
function describeUnaccepted(account: Account, sentence: string | undefined): string {
	const finding = `The ${tokenOf(account)} is not accepted`;
	return sentence === undefined ? finding : `${finding} (${withoutFullStop(sentence)})`;
}

function describeConnecting(
	request: ApiRequest,
	account: Account,
	scope: string | undefined,
): string {
	const { authentication, credentialName } = account;
	return authentication === 'oAuth2'
		? `A new access token was not accepted either. ${scope === undefined ? '' : `${describeScope(request, scope)} ${describeMoreAccess(account, scope)} Otherwise: `}Connect the account in the credential "${credentialName}" again, and check that its Base URL and OAuth Base URL belong to the same portal.`
		: `Check API Key in the credential "${credentialName}": it may be mistyped, removed, or meant for another portal. Make a new one in MijnKlantportaal under Settings > API Keys.`;
}

/**
 * Which scope is lacking. The table of scopes (docs/api-facts.md, Scopes) names none for each operation,
 * and none at all for some: the message tells what is known from what is likely.
 */
function describeScope({ method }: ApiRequest, scope: string | undefined): string {
	if (scope === undefined) return 'The documentation of MijnKlantportaal names no scope for this.';
	const isReading = method === 'GET';
	return !isReading && scope.endsWith('.read')
		? `The documentation of MijnKlantportaal names no scope for changes here; it most likely lacks the scope ${scope}, which is the nearest.`
		: `It most likely lacks the scope ${scope}.`;
}

function describeMoreAccess(
	{ authentication, credentialName }: Account,
	scope: string | undefined,
): string {
	const group = scope === undefined ? undefined : groupWith(scope);
	if (authentication === 'apiKey') {
		return `Make an API key with ${scope === undefined ? 'every scope' : 'that scope'} in MijnKlantportaal under Settings > API Keys and put it into the credential "${credentialName}"${scope === undefined ? ', or ask MijnKlantportaal which scope is needed' : ''}.`;
	}
	return group === undefined
		? `Choose more under Access in the credential "${credentialName}" and connect the account again, or ask MijnKlantportaal which scope is needed.`
		: `Add "${group.name}" under Access in the credential "${credentialName}" and connect the account again.`;
}
