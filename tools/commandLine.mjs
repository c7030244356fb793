import { parseArgs } from 'node:util';
import { ensureDependencies } from './ensureDependencies.mjs';

/**
 * Every command of the project begins here, before it changes anything: so `--help` explains the command and
 * ends, and what the command does not know is refused. Without dependencies, because it also runs in a fresh
 * clone.
 */

/** @typedef {NonNullable<import('node:util').ParseArgsConfig['options']>} Options */

const exitCodeOfWrongUse = 2;

/**
 * The values of a command's options. Ends the process after `--help`, and with exit code 2 after an option
 * that the command does not know.
 *
 * @template {Options} Known
 * @param {string} usage what `--help` prints
 * @param {Known} options as `parseArgs` of Node.js takes them
 */
export function readCommandLine(usage, options) {
	const argv = process.argv.slice(2);
	if (argv.includes('--help') || argv.includes('-h')) {
		console.log(usage.trim());
		process.exit(0);
	}
	try {
		return parseArgs({ args: argv, options, allowPositionals: false }).values;
	} catch (error) {
		refuse(firstSentence(messageOf(error)), usage);
	}
}

/**
 * Ends the process because of how the command was called.
 *
 * @param {string} reason one sentence
 * @param {string} usage
 * @returns {never}
 */
export function refuse(reason, usage) {
	console.error(`${reason}\n\n${usage.trim()}`);
	process.exit(exitCodeOfWrongUse);
}

/**
 * Loads the TypeScript that a command is made of, after the development dependencies were installed where
 * they are missing. Ends the process when they cannot be installed.
 *
 * @param {string} path relative to the folder `tools`
 */
export async function loadTypeScript(path) {
	await prepare();
	const { require: requireTypeScript } = await import('tsx/cjs/api');
	return requireTypeScript(path, import.meta.url);
}

/** Installs the development dependencies where they are missing; ends the process when that fails. */
export async function prepare() {
	try {
		await ensureDependencies();
	} catch (error) {
		console.error(messageOf(error));
		process.exit(1);
	}
}

/** @param {unknown} error */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}

/** @param {string} text */
function firstSentence(text) {
	const [sentence = ''] = text.split(/\.\s/);
	return `${sentence.replace(/\.$/, '')}.`;
}
