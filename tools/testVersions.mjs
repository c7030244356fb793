import { ensureDependencies } from './ensureDependencies.mjs';

/**
 * `npm run test:versions`: the tests in older versions of n8n. Numbers of versions choose among them, other
 * arguments go to jest as they are: `npm run test:versions -- 1.110.1 --testPathPatterns stopping`.
 */
try {
	await ensureDependencies();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
const { require: requireTypeScript } = await import('tsx/cjs/api');
const { runVersions } = requireTypeScript('./versions/runVersions.ts', import.meta.url);
process.exitCode = (await runVersions(process.argv.slice(2))) ? 0 : 1;
