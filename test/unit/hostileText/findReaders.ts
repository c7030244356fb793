import { relative } from 'node:path';
import ts from 'typescript';
import { FIELDS, project } from './project';
import { piecesIn } from './pieces';
import type { Reader } from './subject';

/** Every parameter that takes text, of exported functions and of classes that are made of text. */
export function findReaders(checker: ts.TypeChecker, files: ts.SourceFile[]): Reader[] {
	return files.filter(isRead).flatMap((file) => {
		const module = checker.getSymbolAtLocation(file);
		if (module === undefined) return [];
		return checker.getExportsOfModule(module).flatMap((exported): Reader[] => {
			const type = checker.getTypeOfSymbolAtLocation(exported, file);
			const signature = [...type.getCallSignatures(), ...type.getConstructSignatures()][0];
			if (signature === undefined || readsNothing(signature.getReturnType())) return [];
			const kinds = signature
				.getParameters()
				.map((parameter) => kindsOf(checker.getTypeOfSymbolAtLocation(parameter, file)));
			return kinds.flatMap((each, tried): Reader[] => {
				const takesBytes = each.some(({ symbol }) => symbol?.name === 'Buffer');
				if (!takesBytes && !each.some(isText)) return [];
				return [
					{
						kind: 'reader',
						file: relative(project, file.fileName),
						name: exported.name,
						parameters: signature.getParameters().map(({ name }) => name),
						tried,
						takesBytes,
						pieces: piecesIn(file),
					},
				];
			});
		});
	});
}

/**
 * Errors hold words, and look for nothing in them. What waits for somebody else gives texts to what reads
 * them, which is tried by itself.
 */
function readsNothing(result: ts.Type): boolean {
	return result.getProperty('stack') !== undefined || result.symbol?.name === 'Promise';
}

function kindsOf(type: ts.Type): ts.Type[] {
	return type.isUnion() ? type.types : [type];
}

function isText({ flags }: ts.Type): boolean {
	return (flags & (ts.TypeFlags.String | ts.TypeFlags.Unknown)) !== 0;
}

/**
 * What makes the parameters of the node is given texts of this project only, while n8n loads the node; what
 * the parameters are given is tried with each of them (findFields.ts).
 */
function isRead({ fileName }: ts.SourceFile): boolean {
	return !relative(project, fileName).startsWith(FIELDS);
}
