import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { factsFile, judged, readInferences } from '../../tools/checkApi/judging/inferences';

const project = resolve(__dirname, '../..');
const text = readFileSync(factsFile, 'utf8');
const rows = [...text.matchAll(/^\| (I\d+) .*$/gm)].map(([row]) =>
	row
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim()),
);

it('numbers the inferences one after the other, and says all of each', () => {
	expect(readInferences().map(({ number }) => number)).toEqual(
		rows.map((_row, index) => `I${index + 1}`),
	);
	expect(rows.length).toBeGreaterThan(25);
	expect(rows.filter((row) => row.length !== 5 || row.includes(''))).toEqual([]);
});

it('says of each how the check settles it, as the check does', () => {
	const asked = rows.filter(([, , , how = '']) => !how.startsWith('Not asked'));
	expect(asked.map(([number]) => number)).toEqual(judged);
	expect(asked.filter(([, , , how = '']) => !/^(Reading|Writing)/.test(how))).toEqual([]);
});

it('names files that exist', () => {
	const files = new Set(
		['nodes', 'credentials', 'tools'].flatMap((folder) =>
			readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
				basename(path),
			),
		),
	);
	const named = rows.flatMap(([, , where = '']) =>
		[...where.matchAll(/`([\w.]+\.ts)`/g)].map(([, name = '']) => name),
	);
	expect(named.length).toBeGreaterThan(30);
	expect(named.filter((name) => !files.has(name))).toEqual([]);
});

it('has every inference that the page refers to', () => {
	const cited = [...text.matchAll(/\[(I\d+)\]\(#inferred\)/g)].map(([, number]) => number);
	const known = new Set(rows.map(([number]) => number));
	expect(cited.length).toBeGreaterThan(20);
	expect(cited.filter((number) => !known.has(number ?? ''))).toEqual([]);
});
