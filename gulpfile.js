const { parseArgs } = require('node:util');
const { dest, lastRun, src, watch } = require('gulp');

// Not strict, because gulp has options of its own.
const { to } = parseArgs({
	options: { to: { type: 'string', default: 'dist' } },
	strict: false,
}).values;

const staticFiles = ['icons/**/*.{svg,png}', 'nodes/**/*.{svg,png,json}'];

/**
 * Copies everything that the compiler does not: icons, codex files, output schemas; into `dist`, or into the
 * folder that `--to` names. Without an encoding, because gulp 5 otherwise reads files as text and breaks those
 * that are none.
 */
function copyStaticFiles() {
	return src(staticFiles, {
		base: '.',
		encoding: false,
		since: lastRun(copyStaticFiles),
	}).pipe(dest(to));
}

/** Copies what changes, until it is stopped. */
function watchStaticFiles() {
	return watch(staticFiles, copyStaticFiles);
}

exports.default = copyStaticFiles;
exports.watch = watchStaticFiles;
