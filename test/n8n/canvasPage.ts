import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page, PageScreenshotOptions } from 'playwright-core';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { startChromium, signedInPage } from './chromium';
import { host } from './host';
import { testWorkflow } from './testWorkflow';

/** What clicking through the editor may take, for tests that do. */
export const oneCanvasTest = 240_000;

const usualSize = { width: 1500, height: 950 };

/** n8n's editor in a browser, for the tests of one `describe`. */
export interface Canvas {
	readonly page: Page;
	/** Stores the workflow and opens it. */
	openWorkflow(content: WorkflowContent): Promise<void>;
	/** Opens the node of such a workflow: its form, with input and output beside it. */
	openNode(
		parameters: Record<string, unknown>,
		items?: Array<Record<string, unknown>>,
	): Promise<Locator>;
	inputOf(view: Locator, parameter: string, index?: number): Locator;
	/** A picture of the documentation, for `PICTURES_FOLDER` if that is set. */
	picture(name: string, what?: Page | Locator, options?: PageScreenshotOptions): Promise<void>;
	/** A picture for whoever wants to see what the test saw (`KEEP_SCREENSHOTS`). */
	look(name: string, what?: Page | Locator): Promise<void>;
}

/** Starts the browser in front of the tests around it, and closes it behind them. */
export function useCanvas(): Canvas {
	let browser: Browser | undefined;
	let current: Page | undefined;

	const pageNow = (): Page => {
		if (!current) throw new Error('The browser is not started.');
		return current;
	};

	const take = async (
		folder: string,
		name: string,
		what: Page | Locator,
		options: PageScreenshotOptions = {},
	): Promise<void> => {
		const page = pageNow();
		// Nothing is lit up by the mouse, and no message lies over what is to be seen.
		await page.mouse.move(0, 0);
		const messages = page.locator('.el-notification');
		for (const close of await messages.locator('.el-notification__closeBtn').all()) {
			await close.click({ timeout: 2_000 }).catch(() => undefined);
		}
		await messages.first().waitFor({ state: 'detached' });
		await mkdir(folder, { recursive: true });
		await what.screenshot({
			path: join(folder, `${name}.png`),
			animations: 'disabled',
			...options,
		});
	};

	beforeAll(async () => {
		browser = await startChromium();
		current = await signedInPage(browser);
	}, oneCanvasTest);
	afterEach(async () => {
		host().portal.behave();
		await current?.setViewportSize(usualSize);
		await current?.emulateMedia({ colorScheme: 'light' });
	});
	afterAll(async () => await browser?.close());

	const openWorkflow = async (content: WorkflowContent): Promise<void> => {
		const { n8n, credential } = host();
		const { id } = await importWorkflow(n8n, content, credential);
		await pageNow().goto(`${n8n.url}/workflow/${id}`, { waitUntil: 'commit' });
	};

	return {
		get page() {
			return pageNow();
		},
		openWorkflow,
		openNode: async (parameters, items = [{}]) => {
			await openWorkflow(testWorkflow({ items, parameters }));
			const page = pageNow();
			await page.locator('[data-test-id=canvas-node][data-node-name=Portal]').dblclick();
			const view = page.getByTestId('ndv');
			await view.waitFor();
			return view;
		},
		inputOf: (view, parameter, index = 0) =>
			view.getByTestId(`parameter-input-${parameter}`).locator('input').nth(index),
		picture: async (name, what = pageNow(), options) =>
			await take(process.env.PICTURES_FOLDER ?? host().folder, name, what, options),
		look: async (name, what = pageNow()) => await take(host().folder, name, what),
	};
}
