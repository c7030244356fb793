import type { Locator } from 'playwright-core';
import { oneCanvasTest, useCanvas } from './canvasPage';
import { host } from './host';
import { customer, fieldOfItem, knownCustomer } from './testWorkflow';

/** What people look for, each of which has to lead to the node. */
const searches = [
	['klantportaal', 'mijn klant', 'factuur', 'invoice', 'create invoice', 'offerte', 'quote'],
	['ticket', 'betaallink', 'payment link', 'abonnement', 'subscription', 'afspraak'],
	['appointment', 'strippenkaart', 'punch card', 'overeenkomst', 'agreement', 'contract'],
	['bestand', 'accounting'],
].flat();

/** HTTP Request needs 16, and an ID that was found elsewhere. */
const mostClicks = 13;

const invoiceFromLines = {
	resource: 'invoice',
	operation: 'createManual',
	customerId: customer(knownCustomer),
	invoiceNumber: fieldOfItem('number'),
	issuedAt: '2026-11-21',
	lines: { line: [{ description: 'Website', amountExclVat: '100', vatRate: 21 }] },
};

/**
 * What a person meets on the canvas. The pictures of the documentation are made here, so that they show
 * what is there: `npm run pictures` (`PICTURES_FOLDER` names their folder).
 */
export function describeCanvas(): void {
	describe('on the canvas', () => {
		const canvas = useCanvas();
		const { openNode, inputOf, picture } = canvas;

		const searchFor = async (text: string): Promise<Locator> => {
			const field = canvas.page.getByTestId('node-creator-search-bar');
			const entries = canvas.page.getByTestId('item-iterator-item');
			const found = entries.filter({ hasText: 'MijnKlantportaal' });
			// What the search before found has to be gone, or it would be taken for what this one finds.
			await field.fill('no such thing');
			await found.first().waitFor({ state: 'detached' });
			await field.fill(text);
			await found.first().waitFor();
			return found.first();
		};

		test(
			'who searches for what the portal holds finds the node first or second',
			async () => {
				await canvas.page.goto(`${host().n8n.url}/workflow/new`);
				await canvas.page.getByTestId('canvas-plus-button').click();
				const missed: string[] = [];
				for (const text of searches) {
					await searchFor(text);
					const found = await canvas.page.getByTestId('item-iterator-item').allInnerTexts();
					const place = found.findIndex((entry) => entry.startsWith('MijnKlantportaal'));
					if (place > 1) missed.push(text);
				}
				expect(missed).toEqual([]);
			},
			oneCanvasTest,
		);

		test(
			`the first invoice, with two lines, takes ${mostClicks} clicks at most`,
			async () => {
				const { n8n, portal } = host();
				let clicks = 0;
				const click = async (target: Locator): Promise<void> => {
					clicks++;
					await target.click();
				};
				const fill = async (field: Locator, text: string): Promise<void> => {
					await click(field);
					await canvas.page.keyboard.type(text);
					// n8n takes over what is typed a moment later, and runs with what it has by then.
					await canvas.page.waitForTimeout(500);
				};
				await canvas.page.setViewportSize({ width: 1500, height: 1450 });
				await canvas.page.goto(`${n8n.url}/workflow/new`);
				await click(canvas.page.getByTestId('canvas-plus-button'));
				await click(await searchFor('klantportaal'));
				await click(canvas.page.getByText(/Actions \(\d+\)/));
				await click(canvas.page.getByText('Create invoice from lines', { exact: true }));

				const view = canvas.page.getByTestId('ndv');
				// n8n draws the form anew when it has chosen the credential, and closes what is open in it.
				await view.getByTestId('node-credentials-select').waitFor();
				await canvas.page.waitForLoadState('networkidle');
				await click(view.getByTestId('resource-locator-customerId').getByTestId('rlc-input'));
				await click(canvas.page.getByTestId('rlc-item').first());
				await fill(inputOf(view, 'invoiceNumber'), '2026-100');
				await fill(inputOf(view, 'description'), 'Website');
				await fill(inputOf(view, 'amountExclVat'), '100');
				await click(view.getByText('Add Line'));
				await fill(inputOf(view, 'description', 1), 'Hosting');
				await fill(inputOf(view, 'amountExclVat', 1), '12,95');
				await click(view.getByTestId('node-execute-button'));
				await canvas.page.getByTestId('node-run-status-success').first().waitFor();

				expect(clicks).toBeLessThanOrEqual(mostClicks);
				const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
				expect(portal.state.invoices.at(-1)).toMatchObject({
					invoiceNumber: '2026-100',
					issuedAt: today.format(),
					amount: '136.67',
				});
				await picture('invoice-form', view);
				await canvas.page.emulateMedia({ colorScheme: 'dark' });
				await canvas.look('invoice form, dark', view);
				await canvas.page.emulateMedia({ colorScheme: 'light' });
				await canvas.page.setViewportSize({ width: 1500, height: 700 });
				await canvas.page.keyboard.press('Escape');
				await view.waitFor({ state: 'detached' });
				await canvas.page.getByText('create from lines: invoice').waitFor();
				await picture('canvas');
			},
			oneCanvasTest,
		);

		test(
			'the page of the portal shows that invoice',
			async () => {
				await canvas.page.goto(host().portal.url);
				await canvas.page.getByText('2026-100').first().waitFor();
			},
			oneCanvasTest,
		);

		test(
			'a day is taken as its field shows it, and one that is stored is shown',
			async () => {
				const view = await openNode({ ...invoiceFromLines, issuedAt: '2026-11-21' });
				const field = inputOf(view, 'issuedAt');
				expect(await field.inputValue()).toBe('2026-11-21');
				await field.fill('2026-12-31');
				await field.press('Enter');
				await inputOf(view, 'invoiceNumber')
					.or(view.getByTestId('node-title-container'))
					.first()
					.click();
				expect(await field.inputValue()).toBe('2026-12-31');
			},
			oneCanvasTest,
		);

		test(
			'a customer can be named by e-mail address',
			async () => {
				const view = await openNode({
					...invoiceFromLines,
					customerId: { __rl: true, mode: 'list', value: '' },
				});
				const picker = view.getByTestId('resource-locator-customerId');
				await picker.getByTestId('rlc-mode-selector').click();
				await canvas.page.getByTestId('mode-email').click();
				await picker.getByTestId('rlc-input').fill('info@bakkerij.example');
				await picture('customer-by-email', view);
				await picker.getByTestId('rlc-mode-selector').click();
				await canvas.page.getByTestId('mode-email').waitFor();
				await picture('customer-modes', view);
			},
			oneCanvasTest,
		);

		test(
			'a run that was refused reads as what to do, in a list',
			async () => {
				const { portal } = host();
				portal.misbehave({
					kind: 'status',
					method: 'POST',
					path: /manual$/,
					skip: 20,
					status: 422,
					body: { message: 'The amount is higher than the limit of this portal.' },
				});
				const items = Array.from({ length: 30 }, (_, index) => ({
					number: `F-${2026001 + index}`,
				}));
				const view = await openNode(invoiceFromLines, items);
				await view.getByTestId('node-execute-button').click();
				const panel = canvas.page.getByTestId('node-error-description').first();
				await panel.waitFor();
				const made = portal.state.invoices.filter(({ invoiceNumber }) =>
					invoiceNumber.startsWith('F-2026'),
				);
				expect((await panel.innerText()).split('\n')[0]).toBe(
					`${made.length} of 30 invoices are in the portal; do not send them again.`,
				);
				const entries = await panel.locator('li').allInnerTexts();
				expect(entries[0]).toMatch(/^Not created: F-20260\d\d \(item \d+\): The amount is higher/);
				await view.getByTestId('node-execute-button').getByText('Execute step').waitFor();
				await picture('error-panel', view);
				await canvas.page.emulateMedia({ colorScheme: 'dark' });
				await canvas.look('error panel, dark', view);
			},
			oneCanvasTest,
		);

		test(
			'a long run says above the spinner how long it takes',
			async () => {
				const items = Array.from({ length: 150 }, (_, index) => ({ number: `G-${index}` }));
				const view = await openNode(invoiceFromLines, items);
				host().portal.misbehave({ kind: 'slow', milliseconds: 10_000, times: 5, method: 'POST' });
				await view.getByTestId('node-execute-button').click();
				await canvas.page.getByText('this takes about 2 minutes').waitFor();
				await picture('long-run', view);
				await canvas.page.emulateMedia({ colorScheme: 'dark' });
				await canvas.look('long run, dark', view);
				await canvas.page
					.getByTestId('node-run-status-success')
					.first()
					.waitFor({ timeout: 120_000 });
				expect(host().n8n.logText()).toContain('node "Portal": 140 of 150 items are carried out.');
			},
			oneCanvasTest,
		);
	});
}
