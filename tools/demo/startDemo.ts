import { demoSteps } from './demoSteps';
import { describeDemo } from './describeDemo';
import { runSession } from './session';

/**
 * Starts n8n with this node beside the stand-in portal and sends one invoice. Stays until Ctrl-C;
 * with `once` it ends by itself, with exit code 0 only when the invoice really is in the portal.
 */
export async function startDemo({ once }: { once: boolean }): Promise<void> {
	const exitCode = await runSession({
		steps: demoSteps,
		whenReady: (demo) => console.log(describeDemo(demo, { staysOpen: !once })),
		staysOpen: !once,
	});
	process.exit(exitCode);
}
