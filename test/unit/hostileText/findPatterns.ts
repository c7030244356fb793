import { join, relative } from 'node:path';
import ts from 'typescript';
import { lineOf, nodesIn, project } from './project';
import { findInExpressions } from './findInExpressions';
import { type Pattern, toPattern } from './subject';

/**
 * Every regular expression of the files.
 * @returns also the places that make one while the program runs: nobody can look at those beforehand.
 */
export function findPatterns(files: ts.SourceFile[]): { patterns: Pattern[]; unseen: string[] } {
	const made = patternsMadeByLoading(files);
	const places = files.flatMap((file) => nodesIn(file, isMaking).map(placeOf));
	return {
		patterns: [
			...files.flatMap(literalsIn),
			...findInExpressions(files),
			...made.filter((each) => places.includes(place(each))),
		],
		unseen: places.filter((each) => !made.some((pattern) => place(pattern) === each)),
	};
}

function literalsIn(file: ts.SourceFile): Pattern[] {
	const { fileName } = file;
	return nodesIn(file, ts.isRegularExpressionLiteral).map((node) =>
		toPattern(node.text, { file: relative(project, fileName), line: lineOf(node) }),
	);
}

/** `new RegExp(…)` and `RegExp(…)` */
function isMaking(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
	return (
		(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
		ts.isIdentifier(node.expression) &&
		node.expression.text === 'RegExp'
	);
}

function placeOf(node: ts.Node): string {
	return place({ file: relative(project, node.getSourceFile().fileName), line: lineOf(node) });
}

function place({ file, line }: Pick<Pattern, 'file' | 'line'>): string {
	return `${file}:${line}`;
}

/** What `new RegExp` makes when the files are loaded, with the place that calls it. */
function patternsMadeByLoading(files: ts.SourceFile[]): Pattern[] {
	const made: Pattern[] = [];
	const original = globalThis.RegExp;
	const note = (pattern: RegExp): RegExp => {
		const { source, flags } = pattern;
		const caller = new Error().stack
			?.split('\n')
			.find((line) => line.includes(join(project, 'nodes')));
		const [, path = '', line] = /\(?([^()\s]+):(\d+):\d+\)?$/.exec(caller ?? '') ?? [];
		made.push({
			kind: 'pattern',
			file: relative(project, path),
			line: Number(line),
			source,
			flags,
		});
		return pattern;
	};
	// Anew, as tests have loaded some of them already.
	jest.isolateModules(() => {
		// First, as it looks at what kind of object RegExp is.
		jest.requireActual('n8n-workflow');
		globalThis.RegExp = new Proxy(original, {
			construct: (target, parameters, newTarget) =>
				note(Reflect.construct(target, parameters, newTarget) as RegExp),
			apply: (target, self, parameters) => note(Reflect.apply(target, self, parameters) as RegExp),
		});
		try {
			for (const { fileName } of files) jest.requireActual(fileName);
		} finally {
			globalThis.RegExp = original;
		}
	});
	return made;
}
