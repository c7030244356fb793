import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port that refuses connections, and leads to the portal once it is open. */
export interface ClosedDoor {
	port: number;
	/** Opens as soon as one connection was refused. */
	openAfterRefusal: () => void;
	close: () => Promise<void>;
}

/**
 * The next port to try, each worker of Jest in a thousand of its own. They lie below those that systems give
 * to whoever asks for any: one that was just let go could be the next server's of somebody else, who refuses
 * nothing. None is used twice, since the HTTP client keeps connections.
 */
let nextPort = 10_000 + 1000 * (Number(process.env.JEST_WORKER_ID ?? 0) % 20);

async function unusedPort(): Promise<number> {
	for (;;) {
		const port = nextPort++;
		const server = createServer().listen(port, '127.0.0.1');
		const isFree = await once(server, 'listening').then(
			() => true,
			() => false,
		);
		if (isFree) {
			await once(server.close(), 'close');
			return port;
		}
	}
}

/** @param portalPort Where it leads to. */
export async function closedDoor(portalPort: number): Promise<ClosedDoor> {
	const sockets = new Set<Socket>();
	const port = await unusedPort();
	let server: Server | undefined;
	const shut = async (): Promise<void> => {
		const closing = server;
		server = undefined;
		sockets.forEach((socket) => socket.destroy());
		if (closing) await once(closing.close(), 'close');
	};

	const open = (): void => {
		server ??= createServer((socket) => {
			const onwards = connect(portalPort, '127.0.0.1');
			for (const end of [socket, onwards]) {
				sockets.add(end);
				end.on('error', () => {});
				end.on('close', () => sockets.delete(end));
			}
			socket.pipe(onwards).pipe(socket);
		}).listen(port, '127.0.0.1');
	};
	const watch = (message: unknown): void => {
		const { socket } = message as { socket: Socket };
		socket.once('error', (cause: NodeJS.ErrnoException & { port?: number }) => {
			if (cause.code === 'ECONNREFUSED' && cause.port === port) open();
		});
	};
	return {
		port,
		openAfterRefusal: () => subscribe('net.client.socket', watch),
		close: async () => {
			unsubscribe('net.client.socket', watch);
			await shut();
		},
	};
}
