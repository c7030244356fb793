import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { expectNone } from './problems';

const project = resolve(__dirname, '../..');

interface Workflow {
	jobs: Record<string, { steps: Array<{ run?: string }> }>;
}

function read(path: string): string {
	return readFileSync(join(project, path), 'utf8');
}

function filesIn(folder: string, ending: string): string[] {
	return readdirSync(join(project, folder))
		.filter((name) => name.endsWith(ending))
		.map((name) => (folder === '.' ? name : `${folder}/${name}`));
}

const documents = [
	...filesIn('.', '.md'),
	...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name.replaceAll('\\', '/')}`),
	'sandbox/README.md',
];
const workflows = filesIn('.github/workflows', '.yml');
const forms = filesIn('.github/ISSUE_TEMPLATE', '.yml');
const repository = 'https://github.com/n8n-nodes-mijnklantportaal/n8n-nodes-mijnklantportaal';

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const kinds = (
	jest.requireActual<{ projects: Array<{ displayName: string }> }>(join(project, 'jest.config.js'))
		.projects ?? []
).map(({ displayName }) => displayName);

function commandsOf(path: string): string[] {
	const workflow = parse(read(path)) as Workflow;
	return Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
}

test('commands in documents and workflows are scripts of package.json', () => {
	const named = [...documents, ...workflows].flatMap((path) =>
		[...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => ({ path, name })),
	);
	expect(named).not.toEqual([]);
	expectNone(
		named
			.filter(({ name }) => !(name in scripts))
			.map(({ path, name }) => `${path} names npm run ${name}, which package.json does not have.`),
	);
});

test('CONTRIBUTING.md names every command', () => {
	const table = /^All commands\..*?^\| Folder/ms.exec(read('CONTRIBUTING.md'))?.[0] ?? '';
	expectNone(
		Object.keys(scripts)
			// Nobody but npm calls it.
			.filter((name) => name !== 'prepublishOnly')
			.filter((name) => !new RegExp(`\`(npm (run )?)?${name}\``).test(table))
			.map((name) => `CONTRIBUTING.md does not name npm run ${name}: add it to All commands.`),
	);
});

test('docs/releasing.md tells what the workflow that publishes does', () => {
	const text = read('docs/releasing.md');
	const commands = commandsOf('.github/workflows/publish.yml')
		.flatMap((run) => run.match(/^\s*(?:npm|npx) .*$/gm) ?? [])
		.map((line) => line.replace(/ \| .*$/, '').trim())
		// What every workflow begins with, and an address that changes with each version.
		.filter((command) => command !== 'npm ci')
		.map((command) => command.replace(/^npx --yes (\S+) .*$/, 'npx $1'));
	expect(commands).not.toEqual([]);
	expectNone(
		commands
			.filter((command) => !text.includes(command))
			.map(
				(command) => `.github/workflows/publish.yml runs ${command}: say so in docs/releasing.md.`,
			),
	);
});

/** What needs more than a fresh clone, and so has a command of its own. */
const notInNpmTest = 'npm run test:queue';

test('every kind of test has a command, and is run by npm test and by CI', () => {
	const runners = {
		'tools/test.mjs': [
			...(read('tools/test.mjs').match(/\['--selectProjects'.*\]/g) ?? []),
			notInNpmTest,
		].join(' '),
		'.github/workflows/ci.yml': commandsOf('.github/workflows/ci.yml')
			.filter((command) => command.startsWith('npm test') || command === notInNpmTest)
			.join(' '),
	};
	expect(kinds).not.toEqual([]);
	expectNone(
		kinds.flatMap((kind) => [
			...(`test:${kind}` in scripts ? [] : [`package.json has no script test:${kind}.`]),
			...Object.entries(runners)
				.filter(([, text]) => !new RegExp(`\\b${kind}\\b`).test(text))
				.map(([path]) => `${path} does not run the tests of the kind ${kind}.`),
		]),
	);
});

test('links between documents lead somewhere', () => {
	const links = [...documents, ...forms].flatMap((path) =>
		[...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
			.map(([, target = '']) => ({ path, target, ...inProject(path, target) }))
			.filter(({ place }) => !/^\w+:/.test(place)),
	);
	expect(links).not.toEqual([]);
	expectNone(
		links
			.filter(({ from, place }) => !leadsSomewhere(from, place))
			.map(({ path, target }) => `${path} links to ${target}, which is not there.`),
	);
});

test('every example is in the README, with its picture', () => {
	const readme = read('README.md');
	expectNone(
		filesIn('examples', '.json').flatMap((path) => {
			const picture = path.replace('examples/', 'docs/pictures/examples/').replace('.json', '.png');
			return [path, picture]
				.filter((target) => !readme.includes(`](${target})`))
				.map(
					(target) =>
						`README.md does not link to ${target}: name it under Usage. npm run pictures makes pictures.`,
				);
		}),
	);
});

test('pictures are used, and small enough for a clone', () => {
	const texts = documents.map(read).join('\n');
	const pictures = readdirSync(join(project, 'docs/pictures'), {
		recursive: true,
		encoding: 'utf8',
	})
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => name.endsWith('.png'));
	expect(pictures).not.toEqual([]);
	expectNone(
		pictures
			.filter((name) => !texts.includes(`pictures/${name})`))
			.map((name) => `No document shows docs/pictures/${name}: show it or remove it.`),
	);
	const bytes = pictures
		.map((name) => statSync(join(project, 'docs/pictures', name)).size)
		.reduce((sum, size) => sum + size, 0);
	expect(bytes).toBeLessThan(2_500_000);
});

test("README.md has the sections of n8n's template for community nodes, on 150 lines", () => {
	const readme = read('README.md');
	const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
	expect(headings).toEqual(
		expect.arrayContaining([
			'Installation',
			'Credentials',
			'Operations',
			'Usage',
			'Compatibility',
			'Resources',
			'Version history',
		]),
	);
	expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

/** Where a link leads: an address of this project on GitHub is one of its files, or its README. */
function inProject(path: string, target: string): { from: string; place: string } {
	const [, own] = target.split(new RegExp(`^${repository}(?:/blob/main/|(?=#))`));
	return own === undefined ? { from: path, place: target } : { from: 'README.md', place: own };
}

function leadsSomewhere(path: string, target: string): boolean {
	const [file = '', anchor] = target.split('#');
	const linked = file === '' ? path : join(dirname(path), file);
	if (!existsSync(join(project, linked))) return false;
	return anchor === undefined || anchorsOf(linked).includes(anchor);
}

/** The names that GitHub gives to headings. */
function anchorsOf(path: string): string[] {
	return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
			.replaceAll(' ', '-'),
	);
}
