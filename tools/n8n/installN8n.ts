import { join } from 'node:path';
import { installLocked } from './installLocked';
import { findOrInstallNodeRuntime, withRuntimeInPath, type NodeRuntime } from './nodeRuntime';
import { runCommand, type Report } from './runCommand';
import { newestN8n, type StartedVersion } from './testedVersions';

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

/** Installs a version of n8n into the cache folder, unless it is there already. SQLite alone is built. */
export async function installN8n(
	report: Report,
	version: StartedVersion = newestN8n,
): Promise<InstalledN8n> {
	const runtime = await findOrInstallNodeRuntime(version.nodeMajors, report);
	const folder = await installLocked(
		version,
		{
			manifest: 'server',
			cachedAs: 'n8n',
			title: `Installing n8n ${version.n8n} (once, up to 2.7 GB, some minutes)`,
			environment: withRuntimeInPath(runtime),
			afterwards: async (installed) => await buildSqlite(installed, runtime, report),
		},
		report,
	);
	return { runtime, script: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}
