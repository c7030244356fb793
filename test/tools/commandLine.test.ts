import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Portal } from '../../sandbox/portal';
import { emptyState } from '../../sandbox/state';
import { type CommandLine, toOptions } from '../../tools/checkApi/options';
import { Problem } from '../../tools/checkApi/problem';
import { freePort } from '../../tools/n8n/freePort';
import { CHECK_KEY, fill, portalFor, valuesIn } from './checkFixture';

/** The command as a person runs it, in a process of its own. */
jest.setTimeout(120_000);

const project = resolve(__dirname, '../..');
const script = join(project, 'tools', 'checkApi.mjs');
let folder: string;
let children: ChildProcess[] = [];

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'check-command-'));
});
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	children = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
	code: number | null;
	screen: string;
	/** Undefined when there is none. */
	report?: string;
}

interface RunInput {
	given?: string[];
	/** Lines that are typed. */
	typed?: string[];
	key?: string;
	portal?: Portal;
	/** Called when the process runs. */
	onStart?: (child: ChildProcess) => Promise<void>;
}

let reports = 0;

async function run({ given = [], typed = [], key, portal, onStart }: RunInput): Promise<Ended> {
	const report = join(folder, `report-${reports++}.md`);
	const address = portal ? ['--base-url', portal.apiUrl] : [];
	const child = spawn(process.execPath, [script, ...address, '--report', report, ...given], {
		cwd: folder,
		env: { ...process.env, MIJNKLANTPORTAAL_API_KEY: key ?? '' },
	});
	children.push(child);
	let screen = '';
	child.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (screen += chunk.toString()));
	child.stdin.end(typed.map((line) => `${line}\n`).join(''));
	const closed = once(child, 'close');
	await onStart?.(child);
	const [code] = (await closed) as [number | null];
	return { code, screen, report: existsSync(report) ? readFileSync(report, 'utf8') : undefined };
}

describe('what is wrong on the command line is said in a sentence', () => {
	it.each<[CommandLine, RegExp]>([
		[{ key: 'abc' }, /does not belong on the command line/],
		[{ 'api-key': 'abc' }, /does not belong on the command line/],
		[{ scopes: 'customer.read' }, /no known ones: customer\.read/],
		[{ scopes: ' ' }, /The scopes hold nothing/],
		[{ 'base-url': 'api.example' }, /--base-url is not a web address/],
		[{ 'webhook-port': 'x' }, /--webhook-port is not a port/],
	])('%p', (given, sentence) => {
		expect(() => toOptions(given, '2026-01-01')).toThrow(Problem);
		expect(() => toOptions(given, '2026-01-01')).toThrow(sentence);
	});

	it('and nothing is done', async () => {
		const { code, screen, report } = await run({ given: ['--key', 'abc'], key: 'abc' });
		expect(code).toBe(1);
		expect(screen.trim()).toMatch(
			/^An API key does not belong on the command line.*MIJNKLANTPORTAAL_API_KEY\.$/,
		);
		expect(report).toBeUndefined();
	});
});

it('asks the token address of MijnKlantportaal only together with its API', () => {
	const real = toOptions({}, '2026-01-01');
	expect(real).toMatchObject({
		baseUrl: 'https://api.mijnklantportaal.nl/v1',
		oauthUrl: 'https://manage.mijnklantportaal.nl',
		report: 'mijnklantportaal-check-2026-01-01.md',
		write: false,
		verbose: false,
	});
	const other = toOptions({ 'base-url': 'http://127.0.0.1:1/v1/' }, '2026-01-01');
	expect(other.baseUrl).toBe('http://127.0.0.1:1/v1');
	expect(other.oauthUrl).toBeUndefined();
});

describe('keys', () => {
	it('that nobody gives are missed', async () => {
		const { code, screen } = await run({});
		expect(code).toBe(1);
		expect(screen).toContain('Put the key into MIJNKLANTPORTAAL_API_KEY');
	});

	it('that hold other signs are refused before anything is asked', async () => {
		const portal = await portalFor();
		const { screen } = await run({ portal, key: 'two words' });
		expect(screen).toContain('holds spaces or other signs');
		expect(portal.requests).toEqual([]);
	});

	it('that are wrong end the check at its first request', async () => {
		const portal = await portalFor({ limit: Infinity });
		const { code, screen, report } = await run({ portal, typed: ['wrong-key-1234', ''] });
		expect(code).toBe(1);
		expect(screen).toContain('The API does not know this key (status 401)');
		expect(screen).not.toContain('wrong-key-1234');
		expect(report).toBeUndefined();
		expect(portal.requests).toHaveLength(1);
	});

	it('without scopes are said to be right but of no use', async () => {
		const portal = await portalFor({
			limit: Infinity,
			keys: [{ token: CHECK_KEY, scopes: [] }],
		});
		const { code, screen, report } = await run({ portal, key: CHECK_KEY });
		expect(code).toBe(0);
		expect(screen).toContain('The key is right, but it has no scope to read anything with');
		expect(report).toMatch(/`list-customers` +\| not allowed +\| 403/);
	});
});

describe('what stands where the API should be', () => {
	it('may hold nothing', async () => {
		const portal = await portalFor({ limit: Infinity });
		Object.assign(portal.state, emptyState());
		const { code, screen, report } = await run({ portal, key: CHECK_KEY });
		expect(code).toBe(0);
		expect(screen).toContain('The portal is empty');
		expect(report).toMatch(/`get-customer` +\| nothing to look at/);
	});

	it('may be the web page of a proxy', async () => {
		const portal = await portalFor();
		portal.misbehave({ path: /customers/, kind: 'html' });
		const { code, screen, report } = await run({ portal, key: CHECK_KEY });
		expect(code).toBe(1);
		expect(screen).toContain('127.0.0.1');
		expect(screen).toContain('answered with a web page, not with data: a proxy or a sign-in page');
		expect(report).toBeUndefined();
	});

	it('may send elsewhere, where the key does not go', async () => {
		const portal = await portalFor();
		const other = await portalFor();
		portal.misbehave({
			path: /customers/,
			kind: 'redirect',
			location: `${other.apiUrl}/customers`,
		});
		const { code, screen } = await run({ portal, key: CHECK_KEY });
		expect(code).toBe(1);
		expect(screen).toContain('was not followed to keep the key safe');
		expect(other.requests).toEqual([]);
	});

	it('may be nothing at all', async () => {
		const given = ['--base-url', `http://127.0.0.1:${await freePort()}/v1`];
		const { code, screen } = await run({ given, key: CHECK_KEY });
		expect(code).toBe(1);
		expect(screen).toContain('did not answer (ECONNREFUSED)');
	});
});

describe('--write', () => {
	const AGREED = ['all', '', '', 'Test portal', 'yes'];

	it('makes nothing before the person has named the portal and agreed', async () => {
		const portal = await portalFor({ limit: Infinity });
		for (const typed of [
			['all', '', '', ''],
			['all', '', '', 'Test portal', 'no'],
		]) {
			const { code, screen } = await run({
				portal,
				given: ['--write'],
				typed: [CHECK_KEY, ...typed],
			});
			expect(code).toBe(0);
			expect(screen).toContain('customer "n8n check ');
			expect(screen).toContain('invoice from lines, 1.00');
			expect(screen).toContain('Nothing was asked and nothing was made');
		}
		expect(portal.requests).toEqual([]);
	});

	it('says what was made when it is interrupted in the middle', async () => {
		const portal = await portalFor({ limit: Infinity });
		portal.misbehave({
			method: 'POST',
			path: /^\/customer-offers\/manual$/,
			kind: 'slow',
			milliseconds: 60_000,
		});
		const { code, screen, report } = await run({
			portal,
			given: ['--write'],
			typed: [CHECK_KEY, ...AGREED],
			onStart: async (child) => {
				while (!portal.requests.some(({ path }) => path === '/customer-offers/manual')) {
					await new Promise((resolve) => setTimeout(resolve, 50));
				}
				child.kill('SIGINT');
			},
		});
		expect(code).toBe(130);
		expect(report).toBeUndefined();
		expect(screen).toContain('Interrupted; no report was written. In the portal:');
		expect(screen).toMatch(/customer "n8n check \d{8}-\d{6}": made: stays in the portal/);
		expect(screen).toMatch(/invoice with PDF "N8N-\d{8}-\d{6}-1": made/);
		expect(screen).toMatch(/offer "N8N-\d{8}-\d{6}-O": perhaps made/);
		expect(screen).not.toContain('payment link "');
		expect(portal.state.paymentLinks).toEqual([]);
	});
});

describe('the screen', () => {
	it('shows what was asked and answered with --verbose only, and the report never', async () => {
		const portal = await portalFor({ limit: Infinity });
		await fill(portal);
		const [customer] = portal.state.customers;
		const name = String(customer?.companyName);
		const quiet = await run({ portal, key: CHECK_KEY });
		const values = valuesIn(portal.state.customers).filter((value) => value.length > 8);
		expect(values.filter((value) => quiet.screen.includes(value))).toEqual([]);
		const verbose = await run({ portal, key: CHECK_KEY, given: ['--verbose'] });
		expect(verbose.screen).toContain(name);
		expect(verbose.screen).not.toContain(CHECK_KEY);
		expect(verbose.report).not.toContain(name);
	});
});
