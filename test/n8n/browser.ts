import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { createCredential, testCredential } from '../../tools/n8n/n8nCredentials';
import { importWorkflow } from '../../tools/n8n/n8nWorkflows';
import { startChromium, signedInPage } from './chromium';
import { credentialContent, host, keys } from './host';
import { customer, testWorkflow } from './testWorkflow';

const oneTest = 120_000;

/** What a person sees and does in the browser. */
export function describeBrowser(): void {
	describe('in the browser', () => {
		let browser: Browser;
		let page: Page;

		const screenshot = async (name: string): Promise<void> => {
			await page.screenshot({ path: join(host().folder, `${name}.png`) });
		};

		const openNode = async (): Promise<Locator> => {
			const { n8n, credential } = host();
			const content = testWorkflow({
				items: [{}],
				parameters: {
					resource: 'invoice',
					operation: 'create',
					customerId: { ...customer(''), mode: 'list' },
				},
			});
			const { id } = await importWorkflow(n8n, content, credential);
			await page.goto(`${n8n.url}/workflow/${id}`);
			const node = page.locator('[data-test-id=canvas-node][data-node-name=Portal]');
			await node.dblclick();
			const view = page.getByTestId('ndv');
			await view.waitFor();
			return view;
		};

		beforeAll(async () => {
			browser = await startChromium();
			page = await signedInPage(browser);
		}, oneTest);

		afterAll(async () => {
			await browser?.close();
		});

		test(
			'the node shows its resource and operation',
			async () => {
				const view = await openNode();
				const chosen = async (parameter: string) =>
					await view.getByTestId(`parameter-input-${parameter}`).locator('input').inputValue();
				expect(await chosen('resource')).toBe('Invoice');
				expect(await chosen('operation')).toBe('Create');
				await screenshot('node');
			},
			oneTest,
		);

		test(
			'the customer picker lists the customers of the portal, and searches while one types',
			async () => {
				const view = await openNode();
				const picker = view.getByTestId('resource-locator-customerId');
				await picker.getByTestId('rlc-input').click();
				const entries = page.getByTestId('rlc-item');
				await entries.first().waitFor();
				const { customers } = host().portal.state;
				const names = customers.map(({ companyName }) => companyName);
				const listed = await entries.allInnerTexts();
				expect(listed.length).toBeGreaterThan(5);
				for (const entry of listed) expect(names).toContain(entry.split(/\s*[\n(]/)[0]);

				// The list begins with the newest customer, so the oldest one is on its last page.
				await page.getByTestId('rlc-search').fill('gouden');
				await entries.filter({ hasText: 'Bakkerij De Gouden Korst' }).waitFor();
				await entries.nth(1).waitFor({ state: 'detached' });
				await screenshot('picker');
				await entries.first().click();
				expect(await picker.getByTestId('rlc-input').inputValue()).toContain('Gouden Korst');
			},
			oneTest,
		);

		const openCredential = async (name: string, key: string): Promise<Locator> => {
			const { n8n } = host();
			const { id } = await createCredential(n8n, credentialContent(name, key));
			await page.goto(`${n8n.url}/home/credentials/${id}`);
			return page.getByTestId('editCredential-modal');
		};

		test(
			'the dialog of the credential tells that the key works',
			async () => {
				const dialog = await openCredential('Key that works', keys.all);
				await dialog.getByTestId('credentials-config-container-test-success').waitFor();
				await screenshot('credential that works');
			},
			oneTest,
		);

		test(
			'the dialog of the credential tells that the key is refused, and why',
			async () => {
				const content = credentialContent('Key that is refused', keys.wrong);
				const { message } = await testCredential(host().n8n, content);
				const dialog = await openCredential(content.name, keys.wrong);
				await dialog.getByText(/Couldn.t connect with these settings/).waitFor();
				await dialog.getByText('More details').click();
				await dialog.getByText(message).waitFor();
				await screenshot('credential that is refused');
			},
			oneTest,
		);
	});
}
