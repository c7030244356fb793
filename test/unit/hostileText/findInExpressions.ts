import { relative } from 'node:path';
import ts from 'typescript';
import { nodesIn, project } from './project';
import { type Pattern, toPattern } from './subject';

/**
 * The regular expressions in n8n's expressions (`={{ $json.text.replace(/x/, "") }}`) that the files export, be
 * it in the description of a node or a credential.
 */
export function findInExpressions(files: ts.SourceFile[]): Pattern[] {
	const known = new Set<string>();
	return files.flatMap(({ fileName }) => {
		const exported = Object.values(jest.requireActual<Record<string, unknown>>(fileName));
		const made = exported.map((value) => (isDescribing(fileName) ? instanceOf(value) : value));
		return textsIn(made)
			.filter((text) => text.startsWith('='))
			.flatMap((text) => [...text.matchAll(/\{\{([^]*?)\}\}/g)])
			.map(([, code = '']) => ts.createSourceFile('', code, ts.ScriptTarget.ESNext, true))
			.flatMap((code) => nodesIn(code, ts.isRegularExpressionLiteral))
			.filter(({ text }) => !known.has(text) && known.add(text))
			.map(({ text }) => toPattern(text, { file: relative(project, fileName) }));
	});
}

function isDescribing(fileName: string): boolean {
	return /\.(node|credentials)\.ts$/.test(fileName);
}

function instanceOf(value: unknown): unknown {
	return typeof value === 'function' ? new (value as new () => unknown)() : value;
}

function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	return Object.values(value).flatMap((part) => textsIn(part, seen));
}
