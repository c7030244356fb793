import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { freePort } from './freePort';
import { installN8n } from './installN8n';
import { n8nEnvironment, type N8nAddress } from './n8nEnvironment';
import { withRuntimeInPath } from './nodeRuntime';
import { runCommand, type Report } from './runCommand';
import { startSupervised, type SupervisedProcess } from './supervisedProcess';
import { newestN8n, type StartedVersion } from './testedVersions';

/** What of n8n runs: all of it, or in queue mode what carries out executions, or what takes webhooks. */
export type N8nCommand = 'start' | 'worker' | 'webhook';

export interface StartN8nOptions {
	/** The folder in which this n8n keeps everything it has. */
	userFolder: string;
	/** Taken when it is free, else another one is. */
	port?: number;
	/** A packed community node, installed before the start. */
	tarball?: string;
	/** Called with what n8n writes, as it comes. */
	onOutput?: (text: string) => void;
	/** Settings beside, or instead of, those of n8nEnvironment.ts. */
	environment?: NodeJS.ProcessEnv;
	/** Which n8n; the newest by default. */
	version?: StartedVersion;
	report?: Report;
}

/** A process of n8n that is ready. */
export interface N8nProcess {
	version: StartedVersion;
	url: string;
	userFolder: string;
	/** All that n8n and its task runners wrote so far. */
	logText(): string;
	/** Resolves when n8n ends other than by `restart`, with its exit code. */
	exited(): Promise<number>;
	restart(): Promise<void>;
	stop(): Promise<void>;
	/** Ends it in the middle of what it does; `restart` starts it again. */
	kill(): Promise<void>;
}

const readyWithinMilliseconds = 120_000;
const shownOfTheLog = 3000;

/**
 * Does what n8n itself does for a community package. Without `--omit=peer` a second `n8n-workflow`
 * would come along, whose error classes n8n does not recognise; with `--legacy-peer-deps` npm does
 * not even ask the registry about it.
 */
async function installNodePackage(userFolder: string, tarball: string, report: Report) {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	const flags = [
		'--omit=peer',
		'--legacy-peer-deps',
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
	];
	await runCommand('npm', ['install', ...flags, tarball], {
		folder,
		report,
		title: 'Installing the packed node into n8n',
	});
}

/**
 * Waits until n8n answers. By hand and not with wait-on, which cannot be stopped: it would go on asking until
 * its time is over when n8n has ended long ago, and it could not tell what n8n said at its end.
 */
async function untilReady(command: N8nCommand, url: string, n8n: SupervisedProcess): Promise<void> {
	const began = Date.now();
	for (;;) {
		const check = { timeout: 5000, proxy: false, validateStatus: () => true } as const;
		const ready = await axios.get(`${url}/healthz/readiness`, check).catch(() => undefined);
		if (ready?.status === 200) {
			if (command !== 'start') return;
			const settings = await axios.get(`${url}/rest/settings`, check).catch(() => undefined);
			if (settings?.status === 200) return;
		}
		const tooLate = Date.now() - began > readyWithinMilliseconds;
		if (n8n.hasExited() || tooLate) {
			const what = tooLate ? 'was not ready in time' : 'ended while starting';
			throw new Error(`n8n ${what}. Its log ends with:\n${n8n.output().slice(-shownOfTheLog)}`);
		}
		await pause(200);
	}
}

/** Starts a process of n8n on 127.0.0.1; installs n8n itself first when need be. */
export async function startN8nProcess(
	command: N8nCommand,
	{
		userFolder,
		port,
		tarball,
		onOutput,
		environment,
		version = newestN8n,
		report = () => undefined,
	}: StartN8nOptions,
): Promise<N8nProcess> {
	const { runtime, script } = await installN8n(report, version);
	await mkdir(userFolder, { recursive: true });
	if (tarball) await installNodePackage(userFolder, tarball, report);

	const chosenPort = await freePort(port);
	const url = `http://127.0.0.1:${chosenPort}`;
	const address: N8nAddress = {
		version,
		userFolder,
		port: chosenPort,
		brokerPort: await freePort(),
		url,
	};
	const settings = withRuntimeInPath(runtime, { ...n8nEnvironment(address), ...environment });

	let earlierLog = '';
	let n8n: SupervisedProcess;
	const launch = async (): Promise<void> => {
		report(command === 'start' ? 'Starting n8n' : `Starting a ${command} of n8n`);
		n8n = startSupervised(runtime.executable, [script, command], {
			folder: userFolder,
			environment: settings,
			onOutput,
		});
		try {
			await untilReady(command, url, n8n);
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	};
	await launch();
	let restarting = Promise.resolve();
	const relaunch = async (): Promise<void> => {
		await n8n.stop();
		earlierLog += n8n.output();
		await launch();
	};

	return {
		version,
		url,
		userFolder,
		logText: () => earlierLog + n8n.output(),
		exited: async () => {
			for (;;) {
				const current = n8n;
				const exitCode = await current.exited;
				await restarting;
				if (current === n8n) return exitCode;
			}
		},
		restart: async () => {
			restarting = relaunch();
			await restarting;
		},
		stop: async () => await n8n.stop(),
		kill: async () => await n8n.kill(),
	};
}
