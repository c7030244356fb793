const { src, dest } = require('gulp');

/**
 * Copies everything that the compiler does not: icons, codex files, output schemas. Without an encoding,
 * because gulp 5 otherwise reads files as text and breaks those that are none.
 */
function copyStaticFiles() {
	return src(['icons/**/*.{svg,png}', 'nodes/**/*.{svg,png,json}'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.default = copyStaticFiles;
