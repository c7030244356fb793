import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { code, toTable, withSection } from '../../tools/generate/markdown';
import { expectNone } from './problems';

const project = resolve(__dirname, '../..');

test('what is generated is up to date', () => {
	const command = join(project, 'tools', 'generate.mjs');
	const { status, stderr } = spawnSync(process.execPath, [command, '--check'], {
		cwd: project,
		encoding: 'utf8',
	});
	if (status !== 0) expectNone([stderr]);
});

describe('sections of a document', () => {
	const begin = '<!-- name: made by "npm run generate", do not edit -->';
	const end = '<!-- name end -->';

	test('are filled between their marks, and stay when filled again', () => {
		const text = `before\n\n${begin}\nold\n${end}\n\nafter\n`;
		const filled = withSection(text, 'name', 'new');
		expect(filled).toBe(`before\n\n${begin}\n\nnew\n\n${end}\n\nafter\n`);
		expect(withSection(filled, 'name', 'new')).toBe(filled);
	});

	test.each(['nothing', begin, end, `${end} ${begin}`])('are missed in: %s', (text) => {
		expect(() => withSection(text, 'name', 'new')).toThrow('It has no marks');
	});
});

test('tables have columns of even width', () => {
	expect(
		toTable(
			['A', 'Wide'],
			[
				['long', code('x')],
				['b', ''],
			],
		),
	).toBe(['| A    | Wide |', '| ---- | ---- |', '| long | `x`  |', '| b    |      |'].join('\n'));
});
