import type { Demo } from '../demo/demoSteps';
import { describeDev } from './describeDev';
import { runSession } from '../demo/session';
import { packageName } from '../n8n/nodePackage';
import { devSteps } from './devSteps';
import { Reloads } from './reloads';
import type { Build } from './watchBuild';

/** Starts n8n beside the stand-in portal, and keeps the node in it up to date until Ctrl-C. */
export async function startDev(): Promise<void> {
	let running: Demo = {};
	const reloads = new Reloads(packageName, tell);
	const onBuild = (build: Build): void => {
		tell(describeBuild(build));
		const { n8n } = running;
		if (!n8n || build.errors || build.written === 0) return;
		reloads.expect(n8n).catch((error: unknown) => tell((error as Error).message));
	};
	const exitCode = await runSession({
		steps: devSteps(onBuild, (text) => reloads.read(text)),
		whenReady: (demo) => {
			running = demo;
			console.log(describeDev(demo));
		},
		staysOpen: true,
	});
	process.exit(exitCode);
}

function describeBuild({ errors, written, milliseconds }: Build): string {
	if (errors) return `Not compiled, n8n keeps the node as it was:\n${errors}`;
	const files = written === 1 ? '1 file' : `${written} files`;
	return `Compiled ${files} in ${(milliseconds / 1000).toFixed(1)} s.`;
}

function tell(line: string): void {
	console.log(`${new Date().toLocaleTimeString('en-GB')}  ${line}`);
}
