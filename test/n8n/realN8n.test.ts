import { newestN8n } from '../../tools/n8n/testedVersions';
import { sinceN8n } from '../sinceN8n';
import { describeAgents } from './agents/agents';
import { describeBrowser } from './browser';
import { describeCanvas } from './canvas';
import { describeCanvasExamples } from './canvasExamples';
import { describeCredentialTest } from './credentialTest';
import { describeExamples } from './examples';
import { describeFailures } from './failures';
import { describeForms } from './forms';
import { startHost, stopHost } from './host';
import { describeInstalledPackage } from './installedPackage';
import { describeOAuth } from './oauth';
import { describePortalPage } from './portalPage';
import { describeRunningAgain } from './runningAgain';
import { describeSending } from './sending';
import { describeTraces } from './traces';
import { describeTrigger } from './trigger';
import { describeWrongValues } from './wrongValues';

// The first run on a machine installs n8n, which takes some minutes.
const installAndStart = 15 * 60_000;
const oneTest = 90_000;

const inTheEditor = 'it clicks through the editor of that version, and each has its own';

jest.setTimeout(oneTest);
beforeAll(startHost, installAndStart);
afterAll(stopHost, oneTest);

describeInstalledPackage();
// First of all that makes credentials: n8n chooses the only one by itself.
sinceN8n(newestN8n.n8n, inTheEditor, () => {
	describeCanvas();
	describeForms();
	describeCanvasExamples();
	describeWrongValues();
});
describeCredentialTest();
describeTrigger();
describeSending();
describeExamples();
describeFailures();
describeRunningAgain();
sinceN8n(newestN8n.n8n, inTheEditor, describeBrowser);
sinceN8n(newestN8n.n8n, 'it needs no n8n', describePortalPage);
sinceN8n(newestN8n.n8n, inTheEditor, describeOAuth);
sinceN8n(newestN8n.n8n, 'its agents are others', describeAgents);
describeTraces();
