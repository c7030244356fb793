import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../n8n/nodePackage';

/** What one round of compiling came to. */
export interface Build {
	/** The compiler's own words, with file and line; empty when all is well. */
	errors: string;
	/** How many files were written; none while there are errors. */
	written: number;
	milliseconds: number;
}

export interface WatchedBuild {
	stop(): void;
}

const shown: ts.FormatDiagnosticsHost = {
	getCanonicalFileName: (name) => name,
	getCurrentDirectory: () => projectFolder,
	getNewLine: () => '\n',
};

/**
 * Compiles nodes and credentials into a folder, at once and again after each change, and tells what each round
 * came to. The first round is done when this returns.
 */
export function watchBuild(folder: string, onBuild: (build: Build) => void): WatchedBuild {
	let errors: ts.Diagnostic[] = [];
	let written = 0;
	let began = Date.now();
	const begin = (): void => {
		errors = [];
		written = 0;
		began = Date.now();
	};
	const system: ts.System = {
		...ts.sys,
		writeFile: (path, ...content) => {
			written++;
			ts.sys.writeFile(path, ...content);
		},
	};
	const host = ts.createWatchCompilerHost(
		join(projectFolder, 'tsconfig.build.json'),
		{ outDir: folder, noEmitOnError: true },
		system,
		ts.createEmitAndSemanticDiagnosticsBuilderProgram,
		(error) => errors.push(error),
		(_status, _newLine, _options, errorCount) => {
			// Without a count it is the beginning of a round.
			if (errorCount === undefined) return begin();
			onBuild({
				// Without emitting, the compiler tells errors twice.
				errors: ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(errors), shown).trimEnd(),
				written,
				milliseconds: Date.now() - began,
			});
		},
	);
	const watch = ts.createWatchProgram(host);
	return { stop: () => watch.close() };
}
