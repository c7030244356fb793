import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * How to start npm without a shell: the running Node.js with npm's own script. A shell (which
 * `npm.cmd` on Windows needs) would want every path with a space in it quoted.
 *
 * @returns {string[]} the executable and the arguments that come before npm's own
 */
export function npmCommand() {
	const nodeFolder = dirname(process.execPath);
	const script = [
		process.env.npm_execpath ?? '',
		join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
	].find((candidate) => candidate.endsWith('npm-cli.js') && existsSync(candidate));
	return script ? [process.execPath, script] : ['npm'];
}
