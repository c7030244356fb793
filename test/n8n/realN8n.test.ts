import { newestN8n } from '../../tools/n8n/testedVersions';
import { sinceN8n } from '../sinceN8n';
import { describeBrowser } from './browser';
import { describeCredentialTest } from './credentialTest';
import { describeExamples } from './examples';
import { describeFailures } from './failures';
import { startHost, stopHost } from './host';
import { describeInstalledPackage } from './installedPackage';
import { describeOAuth } from './oauth';
import { describeSending } from './sending';
import { describeTraces } from './traces';
import { describeTrigger } from './trigger';

// The first run on a machine installs n8n, which takes some minutes.
const installAndStart = 15 * 60_000;
const oneTest = 90_000;

const inTheEditor = 'it clicks through the editor of that version, and each has its own';

jest.setTimeout(oneTest);
beforeAll(startHost, installAndStart);
afterAll(stopHost, oneTest);

describeInstalledPackage();
describeCredentialTest();
describeTrigger();
describeSending();
describeExamples();
describeFailures();
sinceN8n(newestN8n.n8n, inTheEditor, describeBrowser);
sinceN8n(newestN8n.n8n, inTheEditor, describeOAuth);
describeTraces();
