import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs the command-line program of a development dependency in the project's folder, and shows its output.
 * Started without a shell, which on Windows would want paths with a space in them quoted.
 *
 * @param {string} name of the program
 * @param {string[]} toolArguments
 * @param {string} [packageName] of the package that it comes with, where that is called otherwise
 * @returns {number} its exit code
 */
export function runTool(name, toolArguments, packageName = name) {
	const folder = join(projectFolder, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const script = join(folder, typeof bin === 'string' ? bin : bin[name]);
	const { status } = spawnSync(process.execPath, [script, ...toolArguments], {
		cwd: projectFolder,
		stdio: 'inherit',
	});
	return status ?? 1;
}
