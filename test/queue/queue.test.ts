import { describeInterruptions } from './interruptions';
import { startQueue, stopQueue } from './queue';
import { describeRenewal } from './renewal';
import { describeSharing } from './sharing';
import { describeWebhooks } from './webhooks';

// The first run on a machine installs n8n, which takes some minutes.
const installAndStart = 15 * 60_000;
const oneTest = 300_000;

jest.setTimeout(oneTest);
beforeAll(startQueue, installAndStart);
afterAll(stopQueue, oneTest);

describeSharing();
describeWebhooks();
describeRenewal();
describeInterruptions();
