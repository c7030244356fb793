import type {
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { connect, type Connection } from '../../nodes/shared/transport/connection';

/** What comes of a request: an answer, an error of the HTTP client, or nothing at all. */
export type Coming =
	| { status: number; body?: unknown; headers?: Record<string, string> }
	| { error: unknown }
	| 'nothing';

/** Answers a request; `count` requests came before it. */
export type Script = (request: IHttpRequestOptions, count: number) => Coming;

/** What n8n offers to a node, as far as requests need it, and an API that answers by script. */
export interface Scripted {
	connection: Connection;
	context: IExecuteSingleFunctions;
	/** What was sent. */
	requests: IHttpRequestOptions[];
	/** `GET /customers`, in order. */
	lines: string[];
	/** The data of the credential, as n8n would read them now. */
	credential: Record<string, unknown>;
}

let count = 0;

/** An answer with JSON. */
export const json = (
	body: unknown,
	status = 200,
	headers: Record<string, string> = {},
): Coming => ({
	status,
	body,
	headers,
});

/** An error of the network with that code, as n8n's HTTP client throws it. */
export const broken = (code = 'ECONNRESET', syscall = 'read'): Coming => ({
	error: Object.assign(new Error(code), { code, syscall }),
});

/** The way to an API that answers with these, one after the other; the last one over and over. */
export function inOrder(...comings: Coming[]): Script {
	return (_request, before) => comings[Math.min(before, comings.length - 1)] ?? 'nothing';
}

/**
 * A connection of its own for each call: nobody else has its limit and its claims.
 * @param more What the context offers besides.
 */
export async function connectTo(
	script: Script,
	{
		authentication = 'apiKey',
		more = {},
	}: { authentication?: 'apiKey' | 'oAuth2'; more?: Record<string, unknown> } = {},
): Promise<Scripted> {
	const requests: IHttpRequestOptions[] = [];
	const lines: string[] = [];
	const credential: Record<string, unknown> = {
		baseUrl: 'https://portal.example/v1',
		apiKey: `key-${count}`,
		oauthTokenData: { access_token: `access-${count}`, refresh_token: `refresh-${count}` },
	};
	count++;
	const answer = async (request: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		const before = requests.push(request) - 1;
		lines.push(`${request.method} ${request.url}`);
		const coming = script(request, before);
		if (coming === 'nothing') return await new Promise(() => undefined);
		if ('error' in coming) throw coming.error;
		return await Promise.resolve({
			statusCode: coming.status,
			headers: coming.headers ?? {},
			body: coming.body as IN8nHttpFullResponse['body'],
		});
	};
	const helpers = {
		httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) =>
			await answer(request),
		httpRequest: answer,
		...(more.helpers as object | undefined),
	};
	const context = {
		getNode: () => ({
			name: 'Portal',
			type: 'mijnKlantportaal',
			parameters: { authentication },
			credentials: {
				mijnKlantportaalApi: { id: '1', name: 'Mine' },
				mijnKlantportaalOAuth2Api: { id: '2', name: 'Theirs' },
			},
		}),
		getCredentials: async () => await Promise.resolve({ ...credential }),
		...more,
		helpers,
	} as unknown as IExecuteSingleFunctions;
	return { connection: await connect(context), context, requests, lines, credential };
}
