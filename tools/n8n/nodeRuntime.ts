import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cachedVersionFolder } from './cacheFolder';
import { installOnce } from './installOnce';
import { runCommand, type Report } from './runCommand';
import type { NodeMajors } from './testedVersions';

export interface NodeRuntime {
	/** The Node.js program that n8n is run with. */
	executable: string;
	/** Where the headers for native builds are (`include/node` in it), when they came along. */
	headersFolder?: string;
}

/**
 * The package that holds nothing but the Node.js program for this machine. Apple silicon is the one
 * exception in how they are named.
 */
function runtimePackage(): string {
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	return `${prefix}-${platform}-${process.arch}`;
}

async function installedRuntime(packageFolder: string): Promise<NodeRuntime> {
	const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
		bin: { node: string };
	};
	const hasHeaders = existsSync(join(packageFolder, 'include', 'node'));
	return {
		executable: join(packageFolder, manifest.bin.node),
		headersFolder: hasHeaders ? packageFolder : undefined,
	};
}

/**
 * The Node.js for a version of n8n: the one that runs this, when n8n runs on it, else one in the cache.
 * (This project itself is content with 20.)
 */
export async function findOrInstallNodeRuntime(
	{ oldest, newest }: NodeMajors,
	report: Report,
): Promise<NodeRuntime> {
	const runningMajor = Number.parseInt(process.versions.node, 10);
	if (runningMajor >= oldest && runningMajor <= newest) return { executable: process.execPath };
	const name = runtimePackage();
	const folder = cachedVersionFolder('node', String(oldest));
	await installOnce(folder, report, async () => {
		await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
		await runCommand(
			'npm',
			['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${oldest}`],
			{ folder, report, title: `Installing Node.js ${oldest}, which n8n needs` },
		).catch((error: Error) => {
			throw new Error(
				`${error.message}\nWithout it, install Node.js ${oldest} yourself ` +
					`(this is Node.js ${process.versions.node}) and start again.`,
			);
		});
	});
	return await installedRuntime(join(folder, 'node_modules', name));
}

/** The environment with that Node.js first in the search path. */
export function withRuntimeInPath(
	{ executable }: NodeRuntime,
	environment: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
	// On Windows the variable may be spelled `Path`.
	const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	const separator = process.platform === 'win32' ? ';' : ':';
	return { ...environment, [name]: `${dirname(executable)}${separator}${environment[name] ?? ''}` };
}
