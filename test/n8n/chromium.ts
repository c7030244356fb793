import { existsSync } from 'node:fs';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { host } from './host';

/** Where Chromium or Chrome is on the usual systems; `CHROMIUM` names another place. */
const usualPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser on this machine, if there is one. */
export function findChromium(): string | undefined {
	return process.env.CHROMIUM ?? usualPlaces.find((place) => existsSync(place));
}

/** Starts the browser without anything that would call outside by itself. */
export async function startChromium(): Promise<Browser> {
	// n8n spells the attribute with one more hyphen than Playwright expects.
	selectors.setTestIdAttribute('data-test-id');
	const executablePath = findChromium();
	if (!executablePath) {
		throw new Error('No Chromium found: install it, or name it in the variable CHROMIUM.');
	}
	return await chromium.launch({
		executablePath,
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}

/** A page that can reach this machine only, with the owner signed in through n8n's own form. */
export async function signedInPage(browser: Browser): Promise<Page> {
	const { url, ownerEmail, ownerPassword } = host().n8n;
	const context = await browser.newContext({ viewport: { width: 1500, height: 950 } });
	await context.route(
		(address) => address.hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(ownerEmail);
	await page.locator('input[name=password]').fill(ownerPassword);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}
