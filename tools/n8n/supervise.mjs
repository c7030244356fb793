import { spawn, spawnSync } from 'node:child_process';
import { npmCommand } from './npmCommand.mjs';

/**
 * Runs a command and sees to it that nothing of it outlives the process that asked for it:
 *
 *     node supervise.mjs <command> [arguments]     (`npm` is found by itself)
 *
 * The command gets a process group of its own. The whole group is ended when our standard input
 * closes (which also happens when the asking process is killed outright), when we get a signal, and
 * when the command itself is done but left children behind, as n8n may leave its task runner. SIGUSR2 ends it
 * without any grace, as a machine does that loses power.
 */
const gracePeriodMilliseconds = 8000;
const isWindows = process.platform === 'win32';

const [command = '', ...commandArguments] = process.argv.slice(2);
const [executable = '', ...first] = command === 'npm' ? npmCommand() : [command];
const child = spawn(executable, [...first, ...commandArguments], {
	stdio: ['ignore', 'inherit', 'inherit'],
	detached: !isWindows,
	windowsHide: true,
});

/** @param {NodeJS.Signals} signal */
function endGroup(signal) {
	if (child.pid === undefined) return;
	if (isWindows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
		return;
	}
	try {
		process.kill(-child.pid, signal);
	} catch {
		// No process of the group is left.
	}
}

let isEnding = false;
function end() {
	if (isEnding) return;
	isEnding = true;
	endGroup('SIGTERM');
	setTimeout(() => endGroup('SIGKILL'), gracePeriodMilliseconds).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
process.on('SIGUSR2', () => endGroup('SIGKILL'));
process.stdin.on('end', end);
process.stdin.on('error', end);
process.stdin.resume();

child.once('error', (error) => {
	console.error(`${command} could not be started: ${error.message}`);
	process.exit(127);
});
child.once('exit', (code) => {
	endGroup('SIGKILL');
	process.exit(code ?? 1);
});
