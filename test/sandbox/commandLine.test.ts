import axios from 'axios';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const command = [resolve(__dirname, '../../tools/sandbox.mjs')];

test.each([
	[['--customers', '10001'], '--customers takes a number from 0 to 10000, not "10001".'],
	[['--invoices', 'many'], '--invoices takes a number from 0 to 10000, not "many".'],
	[['--remove-after', '0'], '--remove-after takes a number from 1 on, not "0".'],
	[['--remove-after', '2', '--removals', 'all'], '--removals takes a number from 1 on, not "all".'],
	[['--order', 'random'], '--order takes newestFirst, oldestFirst, byName, not "random".'],
])('%j is refused', (given, reason) => {
	const { status, stderr } = spawnSync(process.execPath, [...command, ...given], {
		encoding: 'utf8',
	});
	expect(status).toBe(2);
	expect(stderr).toContain(reason);
});

/** Pages of a portal that is started with these options. */
async function withPortal(
	given: string[],
	use: (read: (path: string) => Promise<Array<Record<string, string>>>) => Promise<void>,
): Promise<void> {
	const portal = spawn(process.execPath, [...command, '--port', '0', ...given]);
	try {
		const [screen] = (await once(portal.stdout, 'data')) as [Buffer];
		const address = /API +(http\S+)/.exec(String(screen))?.[1] ?? '';
		const headers = { Authorization: 'Bearer sandbox-key' };
		await use(async (path) => {
			const { data } = await axios.get<{ data: Array<Record<string, string>> }>(
				`${address}${path}`,
				{ headers, proxy: false },
			);
			return data.data;
		});
	} finally {
		portal.kill();
		await once(portal, 'exit');
	}
}

test('a portal with as many customers and invoices as are asked for, in that order', async () => {
	const given = ['--customers', '50', '--invoices', '16', '--order', 'oldestFirst'];
	await withPortal(given, async (read) => {
		const customers = await read('/customers?page=4');
		expect(customers.map(({ companyName }) => companyName).at(-1)).toBe('Klant 50 B.V.');
		expect(customers).toHaveLength(5);
		const invoices = await read('/customer-invoices?page=2');
		expect(invoices.map(({ invoiceNumber }) => invoiceNumber)).toEqual(['2025-00016']);
	});
});

test('a portal in which objects are removed while lists are read', async () => {
	await withPortal(['--remove-after', '2', '--removals', '1'], async (read) => {
		const [first] = await read('/customers');
		expect(await read('/customers?page=2')).toHaveLength(15);
		expect(await read('/customers?page=3')).toHaveLength(9);
		const now = await read('/customers');
		expect(now.map(({ id }) => id)).not.toContain(first?.id);
		expect(await read('/customers?page=3')).toHaveLength(9);
	});
});
