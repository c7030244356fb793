import type {
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IN8nHttpFullResponse,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { type PortalObject, readingOf } from '../objects/portalObject';
import { portalObjects } from '../objects/portalObjects';
import { secretsOf, toApiKey, toBaseUrl } from '../transport/credential';
import { type Ending, resultOf, statusOf } from '../transport/ending';
import { endingOf } from '../transport/exchange';
import { explain } from '../transport/explanations';
import { Failure, inOneText, toFailure } from '../transport/failure';

/** A list for each reading scope: a key that may read any of them is a good key. */
const LISTED = Object.values<PortalObject>(portalObjects).filter(
	({ path, parent, scope, isUnlisted }, index, all) =>
		path !== undefined &&
		parent === undefined &&
		scope !== undefined &&
		!isUnlisted &&
		all.findIndex((other) => other.scope === scope) === index,
);

/** A person waits in front of the dialog, in milliseconds. */
const LONGEST_WAIT = 15_000;

/**
 * The test of the credential dialog. A function and not a `test` request, because the rules of such a
 * request can neither accept a 403 nor tell a wrong address from a wrong key (n8n 2.41).
 */
export const testApiKey: ICredentialTestFunction = async function (credential) {
	try {
		return await tryLists(this, credential);
	} catch (cause) {
		return { status: 'Error', message: inOneText(toFailure(cause)) };
	}
};

async function tryLists(
	context: ICredentialTestFunctions,
	{ name, data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const account = { authentication: 'apiKey', credentialName: name } as const;
	const baseUrl = toBaseUrl(data?.baseUrl, account);
	const apiKey = toApiKey(data?.apiKey);
	for (const object of LISTED) {
		const url = object.path ?? '';
		const ending = await read(context, `${baseUrl}${url}`, apiKey);
		if (isList(ending)) return { status: 'OK', message: 'Connection successful!' };
		const status = statusOf(ending);
		if (status === 403) continue;
		if (status === 404) {
			throw new Failure(
				`There is no MijnKlantportaal API at ${baseUrl}`,
				'Correct Base URL; it normally is https://api.mijnklantportaal.nl/v1.',
			);
		}
		throw explain(
			ending,
			{ ...account, baseUrl },
			{ method: 'GET', url, answerField: 'data' },
			readingOf(object),
		);
	}
	throw new Failure(
		'The API key is right, but it has no scope to read anything with',
		'Make a key with the scopes that your workflows need in MijnKlantportaal under Settings > API Keys, for example customers.read and invoices.read.',
	);
}

/** Whether the answer is one that only this API gives, and not, say, the page of another web site. */
function isList(ending: Ending): boolean {
	return resultOf(ending, { answerField: 'data' }) !== undefined;
}

async function read(
	context: ICredentialTestFunctions,
	url: string,
	apiKey: string,
): Promise<Ending> {
	// The only way to send a request that n8n gives a credential test.
	const responding: Promise<IN8nHttpFullResponse> = context.helpers.request({
		method: 'GET',
		url,
		headers: { Accept: 'application/json', Authorization: `Bearer ${apiKey}` },
		json: true,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
		timeout: LONGEST_WAIT,
	});
	return await endingOf(responding, async () => await Promise.resolve(secretsOf({ apiKey })));
}
