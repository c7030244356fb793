import { ask, type ApiClient } from '../asking/apiClient';
import { type Exchange, fieldOf, isRecord, isSuccess, NoAnswer } from '../asking/exchange';
import { Problem } from '../problem';

/** The answers to what is wrong on purpose. */
export interface Refusals {
	unknownKey: Exchange;
	unknownCustomer: Exchange;
}

/** Asks with a key that does not exist, and for a customer that does not exist. */
export async function provokeRefusals(client: ApiClient): Promise<Refusals> {
	return {
		unknownKey: await client.send({
			method: 'GET',
			path: '/customers',
			key: 'n8n-check-no-such-key',
		}),
		unknownCustomer: await client.send({
			method: 'GET',
			path: '/customers/cst_n8ncheck00000000',
		}),
	};
}

/** How the token address of OAuth answers an application that does not exist. */
export interface TokenAnswers {
	json: TokenAnswer;
	form: TokenAnswer;
}

export type TokenAnswer = Pick<Exchange, 'status' | 'body' | 'isWebPage'>;

const INVENTED = {
	grant_type: 'authorization_code',
	client_id: 'n8n-check-no-such-application',
	client_secret: 'n8n-check-no-such-secret',
	redirect_uri: 'https://n8n-check.example/callback',
	code: 'n8n-check-no-such-code',
};

/**
 * Asks the token address in both forms.
 * @returns Undefined when it does not answer.
 */
export async function askForTokens(
	oauthUrl: string,
	signal: AbortSignal,
): Promise<TokenAnswers | undefined> {
	const url = `${oauthUrl}/oauth/tokens`;
	try {
		const json = await ask({ method: 'POST', url, data: INVENTED, signal });
		const form = await ask({ method: 'POST', url, data: new URLSearchParams(INVENTED), signal });
		return { json, form };
	} catch (cause) {
		if (cause instanceof NoAnswer) return undefined;
		throw cause;
	}
}

/**
 * The first request: whether this is the API, and whether it knows the key.
 * @throws Problem that says what is wrong.
 */
export async function knock(client: ApiClient, baseUrl: string): Promise<void> {
	const { host } = new URL(baseUrl);
	const exchange = await client
		.send({ method: 'GET', path: '/customers' })
		.catch((cause: unknown) => {
			if (!(cause instanceof NoAnswer)) throw cause;
			throw new Problem(
				`${host} did not answer (${cause.code}): look at the network of this machine, and at --base-url when you gave it.`,
			);
		});
	const { status } = exchange;
	if (exchange.isWebPage) {
		throw new Problem(
			`${host} answered with a web page, not with data: a proxy or a sign-in page stands between this machine and the API. Try from another network.`,
		);
	}
	if (status >= 300 && status < 400) {
		throw new Problem(
			`${host} sent the request on to another address, which was not followed to keep the key safe. Look at --base-url, or try from another network.`,
		);
	}
	if (status === 401) {
		throw new Problem(
			'The API does not know this key (status 401): it is mistyped, removed or of another portal. Make one in MijnKlantportaal under Settings > API Keys, where it is shown only once.',
		);
	}
	if (status === 404) {
		throw new Problem(
			`There is no MijnKlantportaal API at ${baseUrl} (status 404): look at --base-url.`,
		);
	}
	if (status >= 500) {
		throw new Problem(
			`The API cannot answer just now (status ${status}): try again in some minutes.`,
		);
	}
	const isKnownAnswer = isRecord(exchange.body) && (!isSuccess(exchange) || hasData(exchange));
	if (!isKnownAnswer) {
		throw new Problem(
			`${host} answered with something that is not of this API: look at --base-url, or try from another network.`,
		);
	}
}

function hasData({ body }: Exchange): boolean {
	return Array.isArray(fieldOf(body, 'data'));
}
