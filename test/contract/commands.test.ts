import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(__dirname, '../..');

const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

/** The commands of the project that are plain JavaScript, as in package.json. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
	const file = /^node (tools\/\w+\.mjs)( |$)/.exec(script)?.[1];
	return file === undefined ? [] : [{ name, file }];
});

/** A clone in which nothing is installed yet. */
let clone: string;
beforeAll(() => {
	clone = mkdtempSync(join(tmpdir(), 'commands-'));
	cpSync(join(project, 'tools'), join(clone, 'tools'), { recursive: true });
	for (const file of ['package.json', 'package-lock.json']) {
		cpSync(join(project, file), join(clone, file));
	}
	mkdirSync(join(clone, 'home'));
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function filesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

function run(file: string, ...commandArguments: string[]) {
	const home = join(clone, 'home');
	return spawnSync(process.execPath, [join(clone, file), ...commandArguments], {
		cwd: clone,
		encoding: 'utf8',
		env: { ...process.env, HOME: home, N8N_NODES_CACHE: home },
	});
}

test('there are commands', () => {
	expect(commands.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['start', 'dev', 'test', 'generate', 'scan', 'build', 'lint']),
	);
});

test.each(commands)('$name explains itself on --help, and changes nothing', ({ file }) => {
	const before = filesOf(clone);
	const { status, stdout, stderr } = run(file, '--help');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toMatch(/^Usage: npm \w+/);
	expect(filesOf(clone)).toEqual(before);
});

// Arguments of the test commands go to jest, which refuses what it does not know.
test.each(commands.filter(({ name }) => !['test', 'test:versions'].includes(name)))(
	'$name refuses an option that it does not know, and changes nothing',
	({ file }) => {
		const before = filesOf(clone);
		const { status, stdout, stderr } = run(file, '--no-such-option');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^Unknown option '--no-such-option'\.\n\nUsage: npm /);
		expect(filesOf(clone)).toEqual(before);
	},
);

test.each([
	['--help', 0, /^Usage: npm run sandbox/, /^$/],
	['--port=x', 2, /^$/, /^--port takes a number from 0 to 65535, not "x"\.\n/],
])('sandbox %s', (option, exitCode, stdout, stderr) => {
	const tsx = join(project, 'node_modules', 'tsx', 'dist', 'cli.mjs');
	const command = spawnSync(process.execPath, [tsx, 'sandbox/main.ts', option], {
		cwd: project,
		encoding: 'utf8',
	});
	expect(command.status).toBe(exitCode);
	expect(command.stdout).toMatch(stdout);
	expect(command.stderr).toMatch(stderr);
});
