import { loadTypeScript } from './commandLine.mjs';

/** `npm run test:versions`: the tests in older versions of n8n. Arguments that are no version go to jest. */
const usage = `
Usage: npm run test:versions [-- numbers of versions, arguments of jest]

Runs the tests of the engine in older versions of n8n, and those of a real n8n in the last n8n 1, and prints
what came of each version. Installs what is missing, outside of this folder and once each.

  npm run test:versions -- 1.110.1                            this version only
  npm run test:versions -- 1.110.1 --testPathPatterns stopping  and these files only
  npm run test:versions -- --help                             show this and change nothing

The versions stand in tools/n8n/testedVersions.ts.
`;

const given = process.argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
	console.log(usage.trim());
	process.exit(0);
}
const { runVersions } = await loadTypeScript('./versions/runVersions.ts');
process.exitCode = (await runVersions(given)) ? 0 : 1;
