import type {
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestFunctions,
	IN8nHttpFullResponse,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { type Ending, isSuccess } from '../transport/response';
import { toBaseUrl } from '../transport/connection';
import { toAnswer, toEnding } from '../transport/exchange';
import { explain } from '../transport/explanations';
import { Failure, inOneText } from '../transport/failure';

/** A list for each reading scope: a key that may read any of them is a good key. */
const LISTS = [
	'/customers',
	'/customer-invoices',
	'/customer-offers',
	'/payment-links',
	'/tickets',
	'/customer-subscriptions',
	'/appointments',
	'/agreements',
	'/file-requests',
	'/file-shares',
	'/webhooks',
	'/invoices',
];

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
		return { status: 'Error', message: describe(cause) };
	}
};

function describe(cause: unknown): string {
	if (!(cause instanceof Failure)) return `n8n could not test the API key: ${String(cause)}`;
	return inOneText(cause);
}

async function tryLists(
	context: ICredentialTestFunctions,
	{ name, data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const baseUrl = toBaseUrl(data?.baseUrl, name);
	const apiKey = String(data?.apiKey ?? '').trim();
	for (const url of LISTS) {
		const ending = await read(context, `${baseUrl}${url}`, apiKey);
		if (ending.kind === 'answered' && isList(ending)) {
			return { status: 'OK', message: 'Connection successful!' };
		}
		if (ending.kind === 'answered' && ending.answer.status === 403) continue;
		if (ending.kind === 'answered' && ending.answer.status === 404) {
			throw new Failure(
				`There is no MijnKlantportaal API at ${baseUrl}`,
				'Correct Base URL; it normally is https://api.mijnklantportaal.nl/v1.',
			);
		}
		throw explain(
			ending,
			{ authentication: 'apiKey', baseUrl, credentialName: name },
			{ method: 'GET', url },
			{ noun: 'list', scope: 'customers.read' },
		);
	}
	throw new Failure(
		'The API key is right, but it has no scope to read anything with',
		'Make a key with the scopes that your workflows need in MijnKlantportaal under Settings > API Keys, for example customers.read and invoices.read.',
	);
}

/** Whether the answer is one that only this API gives, and not, say, the page of another web site. */
function isList({ answer }: Extract<Ending, { kind: 'answered' }>): boolean {
	const { body } = answer;
	return isSuccess(answer) && typeof body === 'object' && body !== null && 'data' in body;
}

async function read(
	context: ICredentialTestFunctions,
	url: string,
	apiKey: string,
): Promise<Ending> {
	try {
		// The only way to send a request that n8n gives a credential test.
		const response: IN8nHttpFullResponse = await context.helpers.request({
			method: 'GET',
			url,
			headers: { Accept: 'application/json', Authorization: `Bearer ${apiKey}` },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: LONGEST_WAIT,
		});
		return { kind: 'answered', answer: toAnswer(response) };
	} catch (cause) {
		return toEnding(cause);
	}
}
