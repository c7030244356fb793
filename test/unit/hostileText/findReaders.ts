import { relative } from 'node:path';
import ts from 'typescript';
import { MOST_PIECES, piecesOf } from './hostileTexts';
import { nodesIn, project } from './project';
import type { Reader } from './subject';

/** What takes text first: exported functions, and classes that are made of text. */
export function findReaders(checker: ts.TypeChecker, files: ts.SourceFile[]): Reader[] {
	return files.filter(isRead).flatMap((file) => {
		const module = checker.getSymbolAtLocation(file);
		if (module === undefined) return [];
		return checker.getExportsOfModule(module).flatMap((exported): Reader[] => {
			const type = checker.getTypeOfSymbolAtLocation(exported, file);
			const signature = [...type.getCallSignatures(), ...type.getConstructSignatures()][0];
			const [first] = signature?.getParameters() ?? [];
			// Errors hold words, and look for nothing in them.
			if (signature?.getReturnType().getProperty('stack') !== undefined) return [];
			if (!first || !takesText(checker.getTypeOfSymbolAtLocation(first, file))) return [];
			return [
				{
					kind: 'reader',
					file: relative(project, file.fileName),
					name: exported.name,
					parameters: signature?.getParameters().length ?? 0,
					pieces: piecesIn(file),
				},
			];
		});
	});

	function takesText(type: ts.Type): boolean {
		const kinds = type.isUnion() ? type.types : [type];
		return kinds.some(
			(kind) =>
				(kind.flags & (ts.TypeFlags.String | ts.TypeFlags.Unknown)) !== 0 ||
				kind.symbol?.name === 'Buffer',
		);
	}
}

/** What is longer is a sentence for people. */
const LONGEST_PIECE = 20;

/** What makes the parameters of the node is given texts of this project only, while n8n loads the node. */
function isRead({ fileName }: ts.SourceFile): boolean {
	return !relative(project, fileName).startsWith('nodes/MijnKlantportaal/fields/');
}

function piecesIn(file: ts.SourceFile): string[] {
	const texts = nodesIn(file, ts.isStringLiteralLike)
		.filter(({ parent }) => !ts.isImportDeclaration(parent))
		.map(({ text }) => text);
	const patterns = nodesIn(file, ts.isRegularExpressionLiteral).flatMap(({ text }) =>
		piecesOf(text.slice(1, text.lastIndexOf('/'))),
	);
	return [...new Set([...patterns, ...texts])]
		.filter(({ length }) => length > 0 && length <= LONGEST_PIECE)
		.slice(0, MOST_PIECES);
}
