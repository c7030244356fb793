import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands before a server, so that it can be gone for a while without being stopped. */
export interface TcpProxy {
	port: number;
	/** Breaks all connections off and takes no new ones. */
	cut(): void;
	/** Takes connections again. */
	mend(): void;
	close(): Promise<void>;
}

/** Listens on 127.0.0.1, and hands all on to that server. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
	const sockets = new Set<Socket>();
	let isCut = false;
	const keep = (socket: Socket): void => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// The other end tells of it by closing.
		socket.on('error', () => undefined);
	};
	const server = createServer((client) => {
		keep(client);
		if (isCut) return void client.destroy();
		const upstream = connect(target);
		keep(upstream);
		client.pipe(upstream).pipe(client);
		client.once('close', () => upstream.destroy());
		upstream.once('close', () => client.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		cut: () => {
			isCut = true;
			for (const socket of sockets) socket.destroy();
		},
		mend: () => {
			isCut = false;
		},
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
}
