import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './ensureDependencies.mjs';

/**
 * `npm test`: all tests, also in a fresh clone. First the quick kinds, then those in a real n8n, which
 * want the machine for themselves. Arguments go to jest as they are: `npm test -- --selectProjects unit`.
 */
const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const jest = join(projectFolder, 'node_modules', 'jest', 'bin', 'jest.js');
const ownArguments = process.argv.slice(2);
const runs =
	ownArguments.length > 0
		? [ownArguments]
		: [
				['--selectProjects', 'unit', 'node', 'sandbox', 'tools', 'package'],
				['--selectProjects', 'n8n', '--runInBand'],
			];

try {
	await ensureDependencies();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
let exitCode = 0;
for (const run of runs) {
	const { status } = spawnSync(process.execPath, [jest, ...run], {
		cwd: projectFolder,
		stdio: 'inherit',
	});
	exitCode ||= status ?? 1;
}
process.exit(exitCode);
