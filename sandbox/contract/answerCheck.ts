import express from 'express';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readContract } from './document';
import type { RuleBroken } from './messages';
import { prepareContract } from './prepare';
import { contractValidator } from './validation';

/** An answer that somebody gave, to be held against the contract. */
export interface GivenAnswer {
	method: string;
	/** Path behind the base URL: `/customers/cst_abc`. */
	path: string;
	status: number;
	/** Parsed JSON. */
	body: unknown;
}

/** Holds answers against the contract. */
export interface AnswerCheck {
	/** What the answer breaks; empty when it is as the contract says. */
	brokenBy(answer: GivenAnswer): Promise<RuleBroken[]>;
	close(): Promise<void>;
}

const TICKET = 'x-answer';

/**
 * Starts a check of answers with the validator of the stand-in portal: a server on 127.0.0.1 gives each
 * answer once more, and the validator, which only works inside of a server, looks at it on its way out.
 */
export async function startAnswerCheck(): Promise<AnswerCheck> {
	const waiting = new Map<string, GivenAnswer & { broken: RuleBroken[] }>();
	const application = express();
	application.enable('strict routing');
	const validator = contractValidator(prepareContract(readContract()), {
		requests: false,
		onBrokenAnswer: (request, broken) => {
			waiting.get(String(request.headers[TICKET]))?.broken.push(...broken);
		},
	});
	application.use(validator);
	application.use((request, response) => {
		const answer = waiting.get(String(request.headers[TICKET]));
		response.status(answer?.status ?? 500).json(answer?.body ?? null);
	});
	const server = createServer(application);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	let tickets = 0;

	return {
		brokenBy: async (answer) => {
			const ticket = String(tickets++);
			const entry = { ...answer, broken: [] as RuleBroken[] };
			waiting.set(ticket, entry);
			try {
				await repeat(port, answer, ticket);
				return entry.broken;
			} finally {
				waiting.delete(ticket);
			}
		},
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Lets the server give the answer, and waits for its end. */
async function repeat(port: number, { method, path }: GivenAnswer, ticket: string): Promise<void> {
	const sent = sendRequest({
		host: '127.0.0.1',
		port,
		method,
		path: `/v1${path}`,
		headers: { [TICKET]: ticket },
	});
	sent.end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	response.resume();
	await once(response, 'end');
}
