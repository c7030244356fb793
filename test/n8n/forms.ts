import { oneCanvasTest, useCanvas } from './canvasPage';
import { host } from './host';
import { customer, fieldOfItem } from './testWorkflow';

/** Forms of operations, each with what a person has to find in it without opening anything. */
const forms: Array<[name: string, parameters: Record<string, unknown>, shows: string[]]> = [
	[
		'Appointment Get Many',
		{ resource: 'appointment', operation: 'getAll' },
		['From', 'Empty is now', 'Number of Days', 'Empty is 7'],
	],
	[
		'File Upload',
		{ resource: 'file', operation: 'upload' },
		['to show it to a customer, share it with File Share > Create'],
	],
	[
		'Agreement Create',
		{
			resource: 'agreement',
			operation: 'create',
			name: 'Maintenance',
			signers: { signer: [{ firstName: 'Nathan', lastName: 'Smith', email: 'n.smith@x.example' }] },
		},
		['Your Name', 'Your Signature', 'Signers', 'the documents that the signers read and sign'],
	],
	[
		'Invoice Create',
		{ resource: 'invoice', operation: 'create', invoiceNumber: fieldOfItem('number') },
		['the PDF of the invoice, which the customer opens in the portal', 'Notify Customer'],
	],
];

const triggerWorkflow = {
	name: 'Events of the portal',
	nodes: [
		{
			name: 'Portal',
			type: 'n8n-nodes-mijnklantportaal.mijnKlantportaalTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: { events: ['offer-accepted', 'invoice-paid'] },
			credentials: { mijnKlantportaalApi: { id: null, name: '' } },
		},
	],
	connections: {},
};

/** Forms as a person sees them, light and dark. */
export function describeForms(): void {
	describe('on the canvas, the form of', () => {
		const canvas = useCanvas();

		test.each(forms)(
			'%s shows what has to be known',
			async (name, parameters, shows) => {
				await canvas.page.setViewportSize({ width: 1500, height: 1100 });
				const view = await canvas.openNode(parameters);
				for (const text of shows) await view.getByText(text).first().waitFor();
				await canvas.look(`form of ${name}`, view);
			},
			oneCanvasTest,
		);

		test(
			'the customer picker lists customers in the dark, too',
			async () => {
				await canvas.page.emulateMedia({ colorScheme: 'dark' });
				const view = await canvas.openNode({
					resource: 'invoice',
					operation: 'create',
					customerId: { ...customer(''), mode: 'list' },
				});
				const picker = view.getByTestId('resource-locator-customerId');
				await picker.getByTestId('rlc-input').click();
				await canvas.page.getByTestId('rlc-item').nth(3).waitFor();
				await canvas.look('picker, dark', view);
			},
			oneCanvasTest,
		);

		test(
			'the trigger names its events and what it waits for',
			async () => {
				await canvas.openWorkflow(triggerWorkflow);
				await canvas.page.getByText('offer accepted, invoice paid').first().waitFor();
				await canvas.page.locator('[data-test-id=canvas-node][data-node-name=Portal]').dblclick();
				const view = canvas.page.getByTestId('ndv');
				for (const text of [
					'Offer Accepted',
					'Fetch All Details',
					'Ignore Repeated Deliveries',
					'Execute this step, then make one of the chosen events happen in the portal',
				]) {
					await view.getByText(text).first().waitFor();
				}
				await canvas.picture('trigger-form', view);
			},
			oneCanvasTest,
		);

		test(
			'the trigger says on the canvas what to do while it listens',
			async () => {
				await canvas.openWorkflow(triggerWorkflow);
				await canvas.page.getByTestId('execute-workflow-button').first().click();
				const stop = canvas.page.getByTestId('stop-execution-waiting-for-webhook-button');
				await stop.waitFor();
				await canvas.page
					.getByText('Make one of the chosen events happen in the portal')
					.first()
					.waitFor();
				await canvas.look('trigger listens');
				await stop.click();
				await stop.waitFor({ state: 'detached' });
			},
			oneCanvasTest,
		);

		const newCredential = async (type: string) => {
			const { page } = canvas;
			await page.goto(`${host().n8n.url}/home/credentials/create`, { waitUntil: 'commit' });
			const choice = page.getByTestId('new-credential-type-select');
			await choice.click();
			await page.keyboard.type(type);
			await page
				.getByTestId('new-credential-type-select-option')
				.filter({ hasText: type })
				.first()
				.click();
			await page.getByTestId('new-credential-type-button').click();
			const dialog = page.getByTestId('editCredential-modal');
			await dialog.waitFor();
			return dialog;
		};

		test(
			'the credential says where the API key is found',
			async () => {
				const dialog = await newCredential('MijnKlantportaal API');
				await dialog.getByText('Settings > API Keys').first().waitFor();
				await canvas.picture('credential', dialog);
			},
			oneCanvasTest,
		);

		test(
			'the OAuth2 credential says what belongs where',
			async () => {
				await canvas.page.setViewportSize({ width: 1500, height: 1250 });
				const dialog = await newCredential('MijnKlantportaal OAuth2 API');
				await dialog.getByText('OAuth Redirect URL').first().waitFor();
				for (const text of [
					'OAuth Redirect URL',
					'App ID of your application',
					'App Secret of the same application',
					'Without a choice: Invoices: Create, Mark as Paid and Read',
					'OAuth Base URL',
				]) {
					await dialog.getByText(text).first().waitFor();
				}
				await canvas.look('OAuth2 credential', dialog);
				await dialog.getByTestId('parameter-input-access').click();
				await canvas.page.getByText('Tickets: Answer, Close and Read').click();
				await canvas.page.keyboard.press('Escape');
				await dialog.getByTestId('parameter-input-access').getByText('Tickets: Answer').waitFor();
			},
			oneCanvasTest,
		);
	});
}
