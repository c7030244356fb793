import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ObedientModel } from './obedientModel';

interface Message {
	role: string;
	content?: unknown;
}

/** A chat model behind OpenAI's interface for chat completions, on this machine. */
export interface ModelServer {
	url: string;
	/** The model that answers from now on. */
	use(model: ObedientModel): void;
	/** All that was sent to the model with its last request. */
	lastRequest(): { messages: Message[]; tools?: unknown };
	close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startModelServer(): Promise<ModelServer> {
	let current: ObedientModel | undefined;
	let last: { messages: Message[] } = { messages: [] };
	const application = express();
	application.use(express.json({ limit: '10mb' }));
	application.post('/v1/chat/completions', (request, response) => {
		last = request.body as { messages: Message[] };
		const answers = last.messages.filter(({ role }) => role === 'tool');
		const move = current?.next(
			answers.length === 0 ? undefined : textOf(answers.at(-1)?.content),
		) ?? { text: 'There is nothing to do.' };
		const message =
			move.tool === undefined
				? { role: 'assistant', content: move.text }
				: { role: 'assistant', content: null, tool_calls: [callOf(move, answers.length)] };
		response.json({
			id: 'chatcmpl-test',
			object: 'chat.completion',
			created: 0,
			model: 'obedient',
			choices: [
				{ index: 0, message, finish_reason: move.tool === undefined ? 'stop' : 'tool_calls' },
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	});
	const server: Server = createServer(application).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		use: (model) => (current = model),
		lastRequest: () => last,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

function callOf({ tool, given }: { tool: string; given: unknown }, number: number) {
	return {
		id: `call_${number}`,
		type: 'function',
		function: { name: tool, arguments: JSON.stringify(given) },
	};
}

function textOf(content: unknown): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}
