import { resolve } from 'node:path';
import ts from 'typescript';

export const project = resolve(__dirname, '../../..');

/** Where the parameters of the node are made. */
export const FIELDS = 'nodes/MijnKlantportaal/fields/';

/** What is shipped, as the compiler reads it. */
export function readProject(): { checker: ts.TypeChecker; files: ts.SourceFile[] } {
	const configuration = ts.getParsedCommandLineOfConfigFile(
		resolve(project, 'tsconfig.json'),
		{},
		{
			...ts.sys,
			onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
				throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
			},
		},
	);
	const { fileNames = [], options = {} } = configuration ?? {};
	const shipped = fileNames.filter((name) =>
		['nodes', 'credentials'].some((folder) => name.startsWith(`${project}/${folder}/`)),
	);
	const program = ts.createProgram(shipped, options);
	return {
		// Asked for first: it lets nodes know where they stand.
		checker: program.getTypeChecker(),
		files: program.getSourceFiles().filter(({ fileName }) => shipped.includes(fileName)),
	};
}

/** The nodes of the syntax tree that are such. */
export function nodesIn<Found extends ts.Node>(
	file: ts.SourceFile,
	isWanted: (node: ts.Node) => node is Found,
): Found[] {
	const found: Found[] = [];
	const visit = (node: ts.Node): void => {
		if (isWanted(node)) found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

export function lineOf(node: ts.Node): number {
	const file = node.getSourceFile();
	return file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
