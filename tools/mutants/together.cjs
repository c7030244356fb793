const { readdirSync } = require('node:fs');
const { join, relative } = require('node:path');

const unitTests = join(__dirname, '..', '..', 'test', 'unit');

/** The names of the tests that are asked for, as a regular expression (`stopAtFirst.cjs`). */
const { askedFor = '' } = globalThis;

/**
 * Runs the unit tests of some folders as if they stood in one file: what all of them load takes longer than
 * most of them, and is loaded anew for each mutant. A file of which no test is asked for is left alone.
 *
 * @param {string[]} folders Below `test/unit`.
 */
module.exports = function together(folders) {
	for (const folder of folders) {
		const files = readdirSync(join(unitTests, folder), { encoding: 'utf8', recursive: true });
		for (const file of files.filter((name) => name.endsWith('.test.ts')).sort()) {
			const path = join(unitTests, folder, file);
			const name = relative(unitTests, path);
			if (!isAskedFor(name)) continue;
			describe(name, () => {
				require(path);
			});
		}
	}
};

function isAskedFor(name) {
	return askedFor === '' || askedFor.replaceAll('\\', '').includes(name);
}
