import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	exampleStep,
	installStep,
	n8nStep,
	portalStep,
	userFolderIn,
	type Step,
} from '../demo/demoSteps';
import { packageName, projectFolder } from '../n8n/nodePackage';
import { runCommand } from '../n8n/runCommand';
import { startSupervised } from '../n8n/supervisedProcess';
import { watchBuild, type Build } from './watchBuild';

const gulp = join(projectFolder, 'node_modules', 'gulp', 'bin', 'gulp.js');

/**
 * Everything that `npm run dev` does until it watches. The node is compiled right into the folder from which
 * n8n loads community nodes, where n8n watches it: so nodes, credentials and workflows have the names that they
 * have when the package is installed.
 */
export function devSteps(
	onBuild: (build: Build) => void,
	onOutput: (text: string) => void,
): Step[] {
	return [
		installStep,
		{
			title: 'Build the node, and watch it',
			run: async (demo, report) => {
				demo.folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-dev-'));
				const nodes = join(userFolderIn(demo.folder), '.n8n', 'nodes', 'node_modules');
				const folder = join(nodes, packageName);
				const dist = join(folder, 'dist');
				await mkdir(folder, { recursive: true });
				await copyFile(join(projectFolder, 'package.json'), join(folder, 'package.json'));
				await runCommand(process.execPath, [gulp, '--to', dist], {
					folder: projectFolder,
					report,
					title: 'Copying icons, codex files and output schemas',
				});
				startSupervised(process.execPath, [gulp, 'watch', '--to', dist], { folder: projectFolder });
				report('Compiling');
				firstBuild(dist, onBuild);
			},
		},
		portalStep,
		n8nStep({ environment: { N8N_DEV_RELOAD: 'true' }, onOutput }),
		exampleStep,
	];
}

/** Begins to watch; throws when the node cannot be compiled as it is, because then there is none to start with. */
function firstBuild(dist: string, onBuild: (build: Build) => void): void {
	let isFirst = true;
	const watched = watchBuild(dist, (build) => {
		if (!isFirst) return onBuild(build);
		isFirst = false;
		if (build.errors) throw new Error(`The node does not compile:\n${build.errors}`);
	});
	process.once('exit', () => watched.stop());
}
