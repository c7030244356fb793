import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';

/** What the token address does in place of the portal. */
export type TokenFault = (response: ServerResponse) => void;

/** Stands before the token address of a portal, and can be told to misbehave. */
export interface TokenAddress {
	/** For `oauthBaseUrl` of a credential. */
	url: string;
	/** One for each request that is to fail, in the order in which they come. */
	faults: TokenFault[];
	/** How many requests came. */
	asked: number;
	close: () => void;
}

/** Answers with that status and body. */
export function tokenAnswers(
	status: number,
	body: string,
	headers: Record<string, string> = {},
): TokenFault {
	return (response) =>
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Opens it; without faults it passes on what the portal says. */
export async function openTokenAddress(portalUrl: string): Promise<TokenAddress> {
	const server = createServer((request, response) => {
		void (async () => {
			address.asked += 1;
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const fault = address.faults.shift();
			if (fault) return fault(response);
			const { status, data } = await axios.post<object>(
				`${portalUrl}/oauth/tokens`,
				Buffer.concat(chunks),
				{
					headers: { 'content-type': request.headers['content-type'] },
					validateStatus: () => true,
					proxy: false,
				},
			);
			return tokenAnswers(status, JSON.stringify(data))(response);
		})();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address: TokenAddress = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		faults: [],
		asked: 0,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	return address;
}
