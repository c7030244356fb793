import type { ServerResponse } from 'node:http';
import { type Fault, HTML, noFault } from './fault';

type Answer = (response: ServerResponse) => void;

const answers =
	(status: number, type: string, body: string): Answer =>
	(response) =>
		response.writeHead(status, { 'content-type': type }).end(body);

/** What an address answers with that has expired, and whether another address is worth asking for. */
const expired: Array<[string, Answer, 'done' | 'refused']> = [
	['403', answers(403, 'application/xml', '<Error><Code>AccessDenied</Code></Error>'), 'done'],
	['404', answers(404, 'text/html', HTML), 'done'],
	['410', answers(410, 'application/json', '{"message":"Gone"}'), 'done'],
	['500', answers(500, 'text/html', HTML), 'done'],
	['nothing', answers(200, 'application/pdf', ''), 'done'],
	['a broken connection', (response) => response.socket?.destroy(), 'done'],
	// It came as if it were the file: who put it there will do so again.
	['a web page', answers(200, 'text/html', HTML), 'refused'],
];

/** Addresses of downloads behind which no file is, once or each time. */
export const linkFaults: Fault[] = expired.flatMap(([name, answer, once]): Fault[] => [
	{
		...noFault,
		name: `the first address answers ${name}`,
		proves: once,
		link: { answer, times: 1 },
	},
	{
		...noFault,
		name: `each address answers ${name}`,
		proves: 'refused',
		link: { answer, times: Infinity },
	},
]);
