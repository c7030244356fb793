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
}

export interface ProcessOptions {
	folder: string;
	environment?: NodeJS.ProcessEnv;
}

const running = new Set<SupervisedProcess>();

/** Starts a program under supervision: see supervise.mjs for what that means. */
export function startSupervised(
	command: string,
	commandArguments: string[],
	{ folder, environment = process.env }: ProcessOptions,
): SupervisedProcess {
	const child = spawn(
		process.execPath,
		[join(__dirname, 'supervise.mjs'), command, ...commandArguments],
		{ cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true },
	);
	// When it dies at the moment that we end it, closing its input may fail; it is gone then anyway.
	child.stdin.on('error', () => undefined);

	const pieces: Buffer[] = [];
	child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
	child.stderr.on('data', (piece: Buffer) => pieces.push(piece));

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
	};
	running.add(supervised);
	return supervised;
}

/** Ends everything that was started under supervision and still runs. */
export async function stopAllProcesses(): Promise<void> {
	await Promise.all([...running].map(async (supervised) => await supervised.stop()));
}
