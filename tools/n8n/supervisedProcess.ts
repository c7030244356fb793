import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A program that runs beside us, and that ends at the latest when we do. */
export interface SupervisedProcess {
	/** Resolves with the exit code. */
	readonly exited: Promise<number>;
	hasExited(): boolean;
	/** All that it wrote to standard output and standard error so far. */
	output(): string;
	/** Ends it and all its children; resolves when they are gone. */
	stop(): Promise<void>;
	/** The same, without giving them a chance to end anything; not on Windows. */
	kill(): Promise<void>;
}

export interface ProcessOptions {
	folder: string;
	environment?: NodeJS.ProcessEnv;
	/** Called with what it writes, as it comes: any piece of its output. */
	onOutput?: (text: string) => void;
}

const running = new Set<SupervisedProcess>();

/**
 * Starts a program under supervision: see supervise.mjs for what that means. By hand and not with execa, which
 * ends a child only when its parent still can (not after SIGKILL), knows no children of children, and is an ES
 * module, while jest loads this file as CommonJS.
 */
export function startSupervised(
	command: string,
	commandArguments: string[],
	{ folder, environment = process.env, onOutput }: ProcessOptions,
): SupervisedProcess {
	const child = spawn(
		process.execPath,
		[join(__dirname, 'supervise.mjs'), command, ...commandArguments],
		{ cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
	);
	// When it dies at the moment that we end it, closing its input may fail; it is gone then anyway.
	child.stdin.on('error', () => undefined);

	const pieces: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (piece: Buffer) => {
			pieces.push(piece);
			onOutput?.(piece.toString('utf8'));
		});
	}

	let hasExited = false;
	const exited = new Promise<number>((resolve) => {
		child.once('close', (code) => {
			hasExited = true;
			running.delete(supervised);
			resolve(code ?? 1);
		});
	});
	const supervised: SupervisedProcess = {
		exited,
		hasExited: () => hasExited,
		output: () => Buffer.concat(pieces).toString('utf8'),
		stop: async () => {
			child.stdin.end();
			await exited;
		},
		kill: async () => {
			child.kill('SIGUSR2');
			await exited;
		},
	};
	running.add(supervised);
	return supervised;
}

/** Ends everything that was started under supervision and still runs. */
export async function stopAllProcesses(): Promise<void> {
	await Promise.all([...running].map(async (supervised) => await supervised.stop()));
}
