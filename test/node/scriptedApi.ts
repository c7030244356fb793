import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An API whose answers a test writes itself, for what no portal would answer. */
export interface ScriptedApi {
	/** The base URL for a credential. */
	apiUrl: string;
	/** `GET /customers?page=2`, in order of arrival. */
	requests: string[];
	/** Answers a request; as many times as requests come. */
	answer: (request: IncomingMessage, response: ServerResponse, url: URL) => void;
	close(): void;
}

export async function startScriptedApi(): Promise<ScriptedApi> {
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', api.apiUrl);
		api.requests.push(`${request.method} ${url.pathname.replace('/v1', '')}${url.search}`);
		api.answer(request, response, url);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const api: ScriptedApi = {
		apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests: [],
		answer: (_request, response) => response.writeHead(404).end(),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	return api;
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
