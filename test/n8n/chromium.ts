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

/**
 * The browser on this machine; on Linux, else, the one that comes as a package, with the libraries it needs.
 */
async function findChromium(): Promise<string> {
	const installed = process.env.CHROMIUM ?? usualPlaces.find((place) => existsSync(place));
	if (installed) return installed;
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error('No Chromium found: install it, or name it in the variable CHROMIUM.');
	}
	// The package unpacks its libraries only where it believes to be in the place it was made for.
	process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
	const { default: packaged } = await import('@sparticuz/chromium');
	return await packaged.executablePath();
}

/** Opening n8n's editor takes some seconds, and much longer on a machine that has other things to do. */
const oneStep = 60_000;

/** Starts the browser without anything that would call outside by itself. */
export async function startChromium(): Promise<Browser> {
	// n8n spells the attribute with one more hyphen than Playwright expects.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath: await findChromium(),
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
	page.setDefaultTimeout(oneStep);
	await page.goto(`${url}/signin`);
	await page.locator('input[name=emailOrLdapLoginId]').fill(ownerEmail);
	await page.locator('input[name=password]').fill(ownerPassword);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	return page;
}
