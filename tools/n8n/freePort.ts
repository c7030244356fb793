import { createServer } from 'node:net';

async function canListen(port: number, host?: string): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address();
			const chosen = typeof address === 'object' ? address?.port : undefined;
			server.close(() => resolve(chosen));
		});
	});
}

/** The preferred port when nobody uses it, else any free one. */
export async function freePort(preferred?: number): Promise<number> {
	// Another program may listen on all addresses, which some systems do not count as being in the
	// way of listening on 127.0.0.1 only: so both have to be free.
	if (
		preferred !== undefined &&
		(await canListen(preferred)) &&
		(await canListen(preferred, '127.0.0.1'))
	) {
		return preferred;
	}
	const port = await canListen(0, '127.0.0.1');
	if (port === undefined) throw new Error('No free port was found on 127.0.0.1.');
	return port;
}
