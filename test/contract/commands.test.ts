import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const project = resolve(__dirname, '../..');

const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

/** Nobody but npm calls it. */
const otherwise = ['prepublishOnly'];

/** The commands of the project, as in package.json. */
const commands = Object.entries(scripts)
	.filter(([name]) => !otherwise.includes(name))
	.map(([name, script]) => {
		const [program, file = '', ...given] = script.split(' ');
		return { name, program, file, given };
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

test.each(commands)(
	'$name is plain JavaScript, which explains itself',
	({ name, program, file }) => {
		const problem =
			program === 'node' && /^tools\/\w+\.mjs$/.test(file)
				? undefined
				: `${name} cannot explain itself on --help: write tools/<name>.mjs, which begins with readCommandLine (tools/build.mjs is the shortest), or run tests with node tools/testKind.mjs <kind>.`;
		expect(problem).toBeUndefined();
	},
);

test.each(commands)('$name explains itself on --help, and changes nothing', ({ file, given }) => {
	const before = filesOf(clone);
	const { status, stdout, stderr } = run(file, ...given, '--help');
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toMatch(/^Usage: npm \w+/);
	expect(stdout).not.toContain('undefined');
	expect(filesOf(clone)).toEqual(before);
});

// Arguments of the test commands go to jest, which refuses what it does not know.
test.each(commands.filter(({ name }) => !/^test(:|$)/.test(name)))(
	'$name refuses an option that it does not know, and changes nothing',
	({ file, given }) => {
		const before = filesOf(clone);
		const { status, stdout, stderr } = run(file, ...given, '--no-such-option');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^Unknown option '--no-such-option'\.\n\nUsage: npm /);
		expect(filesOf(clone)).toEqual(before);
	},
);

test('sandbox refuses a value that it cannot take', () => {
	const command = spawnSync(process.execPath, ['tools/sandbox.mjs', '--port=x'], {
		cwd: project,
		encoding: 'utf8',
	});
	expect(command.status).toBe(2);
	expect(command.stdout).toBe('');
	expect(command.stderr).toMatch(/^--port takes a number from 0 to 65535, not "x"\.\n/);
});
