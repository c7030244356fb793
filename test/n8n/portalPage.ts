import type { Browser, Page } from 'playwright-core';
import { startPortal, type Portal } from '../../sandbox/portal';
import { client, invoiceForm, linesBody } from '../sandbox/setup';
import { startChromium } from './chromium';

/** The page of the stand-in portal in a real browser: it follows what the node does, and disturbs nobody. */
export function describePortalPage(): void {
	describe('the page of the stand-in portal', () => {
		let browser: Browser;
		let portal: Portal;
		let page: Page;

		beforeAll(async () => {
			browser = await startChromium();
			portal = await startPortal({ limit: Infinity });
			page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
		});
		afterAll(async () => {
			await browser.close();
			await portal.close();
		});

		it('shows by itself what was done, and what a button did, without moving away', async () => {
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			const api = client(portal, 'sandbox-key');
			await api.post('/customer-offers/manual', linesBody('offer', { offerNumber: 'O-1' }));
			await page.goto(portal.url);
			await page.getByText('O-1', { exact: true }).waitFor();
			await page.locator('#customers').scrollIntoViewIfNeeded();
			const place = await page.evaluate('scrollY');
			await api.post('/customer-invoices', invoiceForm({ invoiceNumber: '2026-002' }));
			await page.locator('#invoices .new').getByText('2026-002').waitFor();
			expect(await page.evaluate('scrollY')).toBeGreaterThanOrEqual(Number(place));

			await page.getByTitle('As the customer: accept').click();
			await page.locator('#offers').getByText('accepted').waitFor();
			expect(portal.state.offers[0]?.acceptedViaUserAgent).toContain('Chrom');
			expect(errors).toEqual([]);
		});

		it('copies the API key', async () => {
			await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
			await page.locator('button[data-copy=api-key]').click();
			await page.getByText('Copied').waitFor();
			expect(await page.evaluate('navigator.clipboard.readText()')).toBe('sandbox-key');
		});
	});
}
