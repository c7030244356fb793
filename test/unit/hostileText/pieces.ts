import ts from 'typescript';
import { MOST_PIECES, piecesOf } from './hostileTexts';
import { nodesIn } from './project';

/** What is longer is a sentence for people. */
const LONGEST_PIECE = 20;

/** Texts and parts of regular expressions in a file: what its functions may look for. */
export function piecesIn(file: ts.SourceFile): string[] {
	const texts = nodesIn(file, ts.isStringLiteralLike)
		.filter(({ parent }) => !ts.isImportDeclaration(parent))
		.map(({ text }) => text);
	return chosen([...patternPiecesIn(file), ...texts]);
}

/** Parts of the regular expressions in a file. */
export function patternPiecesIn(file: ts.SourceFile): string[] {
	const patterns = nodesIn(file, ts.isRegularExpressionLiteral);
	return chosen(patterns.flatMap(({ text }) => piecesOf(text.slice(1, text.lastIndexOf('/')))));
}

function chosen(pieces: string[]): string[] {
	return [...new Set(pieces)]
		.filter(({ length }) => length > 0 && length <= LONGEST_PIECE)
		.slice(0, MOST_PIECES);
}
