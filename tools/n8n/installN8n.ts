import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedVersionFolder, n8nVersion } from './cacheFolder';
import { installOnce } from './installOnce';
import { findOrInstallNodeRuntime, withRuntimeInPath, type NodeRuntime } from './nodeRuntime';
import { runCommand, type Report } from './runCommand';

export interface InstalledN8n {
	runtime: NodeRuntime;
	/** The script that starts n8n. */
	script: string;
}

const compilerAdvice = `n8n keeps its data in SQLite, and the part of it that is compiled for this machine
could not be made. It needs a C++ compiler, make and Python 3:
  Debian, Ubuntu   apt-get install g++ make python3
  Fedora           dnf install gcc-c++ make python3
  macOS            xcode-select --install
  Windows          "Desktop development with C++" of the Visual Studio Build Tools, and Python 3
Install these and start again.`;

async function buildSqlite(folder: string, runtime: NodeRuntime, report: Report): Promise<void> {
	const environment = withRuntimeInPath(runtime);
	if (runtime.headersFolder) environment.npm_config_nodedir = runtime.headersFolder;
	try {
		await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			folder,
			environment,
			report,
			title: 'Preparing SQLite for n8n (up to a minute)',
		});
		await runCommand(runtime.executable, ['-e', "require('sqlite3')"], {
			folder,
			report,
			title: 'Checking SQLite',
		});
	} catch (error) {
		throw new Error(`${(error as Error).message}\n\n${compilerAdvice}`);
	}
}

/**
 * Installs n8n into the cache folder, unless it is there already. Install scripts are off, because
 * one of the packages would want to download a program for Kafka; SQLite alone is built after that.
 */
export async function installN8n(report: Report): Promise<InstalledN8n> {
	const runtime = await findOrInstallNodeRuntime(report);
	const folder = cachedVersionFolder('n8n', n8nVersion);
	await installOnce(folder, report, async () => {
		for (const file of ['package.json', 'package-lock.json']) {
			await copyFile(join(__dirname, file), join(folder, file));
		}
		await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
			folder,
			environment: withRuntimeInPath(runtime),
			report,
			title: `Installing n8n ${n8nVersion} (once, 2.7 GB, some minutes)`,
		});
		await buildSqlite(folder, runtime, report);
	});
	return { runtime, script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}
