import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at the address of a download in place of the file. */
export interface LinkTrouble {
	answer: (response: ServerResponse) => void;
	/** How many of the addresses that the API gives lead there. */
	times: number;
}

/** A place where no file is. */
export interface BrokenStore {
	url: string;
	trouble?: LinkTrouble;
	close: () => void;
}

/** Opens it on a port of its own. */
export async function openBrokenStore(): Promise<BrokenStore> {
	const server = createServer((_request, response) => store.trouble?.answer(response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const store: BrokenStore = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
	return store;
}
