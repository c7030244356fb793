import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Portal } from '../../sandbox/portal';
import { startPortal } from '../../sandbox/portal';
import { freePort } from '../n8n/freePort';
import { installN8n } from '../n8n/installN8n';
import { createCredential } from '../n8n/n8nCredentials';
import { runWorkflow, type ExecutionResult } from '../n8n/n8nExecutions';
import { importWorkflow, type StoredWorkflow, type WorkflowContent } from '../n8n/n8nWorkflows';
import { buildNodePackage, packNodePackage, projectFolder } from '../n8n/nodePackage';
import type { Report } from '../n8n/runCommand';
import { startN8n, type RunningN8n, type StartN8nOptions } from '../n8n/startN8n';
import { stopAllProcesses } from '../n8n/supervisedProcess';
import { findSentInvoice, type SentInvoice } from './sentInvoice';

/** What the steps hand on to each other. */
export interface Demo {
	folder?: string;
	tarball?: string;
	portal?: Portal;
	n8n?: RunningN8n;
	workflow?: StoredWorkflow;
	execution?: ExecutionResult;
	invoice?: SentInvoice;
}

export interface Step {
	title: string;
	run: (demo: Demo, report: Report) => Promise<void>;
}

const preferredPorts = { n8n: 5678, portal: 8100 };
const portalKey = 'sandbox-key';

function needed<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) throw new Error('A step ran before the step that it builds upon.');
	return thing;
}

export const installStep: Step = {
	title: 'Install n8n (the first time only)',
	run: async (_demo, report) => {
		await installN8n(report);
	},
};

export const portalStep: Step = {
	title: 'Start the stand-in portal',
	run: async (demo) => {
		demo.portal = await startPortal({ port: await freePort(preferredPorts.portal) });
	},
};

/** Starts n8n with the node of an earlier step. */
export function n8nStep(options: Pick<StartN8nOptions, 'environment' | 'onOutput'> = {}): Step {
	return {
		title: 'Start n8n with the node',
		run: async (demo, report) => {
			demo.n8n = await startN8n({
				...options,
				userFolder: userFolderIn(needed(demo.folder)),
				port: preferredPorts.n8n,
				tarball: demo.tarball,
				report,
			});
		},
	};
}

/** Where n8n keeps all that it has, in the folder of the demo. */
export function userFolderIn(folder: string): string {
	return join(folder, 'n8n');
}

export const exampleStep: Step = {
	title: 'Add a credential and the example workflow',
	run: async (demo) => {
		const n8n = needed(demo.n8n);
		const credential = await createCredential(n8n, {
			name: 'MijnKlantportaal (stand-in portal)',
			type: 'mijnKlantportaalApi',
			data: { apiKey: portalKey, baseUrl: needed(demo.portal).apiUrl },
		});
		const file = join(projectFolder, 'examples', 'invoice-with-pdf.json');
		const example = JSON.parse(await readFile(file, 'utf8')) as WorkflowContent;
		demo.workflow = await importWorkflow(n8n, example, credential);
	},
};

/** Everything that `npm start` does, in order. */
export const demoSteps: Step[] = [
	installStep,
	{
		title: 'Build and pack the node',
		run: async (demo, report) => {
			demo.folder = await mkdtemp(join(tmpdir(), 'mijnklantportaal-demo-'));
			await buildNodePackage(report);
			demo.tarball = await packNodePackage(demo.folder, report);
		},
	},
	portalStep,
	n8nStep(),
	exampleStep,
	{
		title: 'Run the workflow once',
		run: async (demo) => {
			demo.execution = await runWorkflow(needed(demo.n8n), needed(demo.workflow));
			const { error, status } = demo.execution;
			if (status !== 'success') {
				const description = error?.description ? `\n${error.description}` : '';
				throw new Error(`The workflow ended with: ${error?.message ?? status}${description}`);
			}
		},
	},
	{
		title: 'Check that the invoice and its PDF are in the portal',
		run: async (demo) => {
			demo.invoice = findSentInvoice(needed(demo.portal), needed(demo.execution));
		},
	},
];

/** Stops whatever the steps started so far, and removes what they left on disk. */
export async function endDemo({ n8n, portal, folder }: Demo): Promise<void> {
	await n8n?.stop();
	await stopAllProcesses();
	await portal?.close();
	if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
