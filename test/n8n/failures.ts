import { createCredential } from '../../tools/n8n/n8nCredentials';
import { credentialContent, host, keys } from './host';
import { invoiceOfItem, pdfOf, runNode } from './testWorkflow';

const notAPdf = Buffer.from('<html>Not found</html>').toString('base64');

/** What a person reads when something is wrong. */
export function describeFailures(): void {
	describe('when something is wrong', () => {
		const words = ({ error }: { error?: { message: string; description?: string | null } }) =>
			`${error?.message}\n${error?.description ?? ''}`;

		test('a broken PDF among good ones is named by field and item, and nothing is sent', async () => {
			const { portal } = host();
			const requestsBefore = portal.requests.length;
			const good = await pdfOf('Good');
			const run = await runNode({
				items: [
					{ number: 'B-1', pdf: good },
					{ number: 'B-2', pdf: notAPdf },
					{ number: 'B-3', pdf: good },
				],
				parameters: invoiceOfItem,
			});
			expect(run.status).toBe('error');
			expect(words(run)).toMatch(/not a PDF/i);
			expect(words(run)).toMatch(/Input Binary Field/);
			expect(words(run)).toMatch(/item 1/i);
			expect(portal.requests.length).toBe(requestsBefore);
		});

		test('with "Continue" the good items are sent, and the broken one says why', async () => {
			const good = await pdfOf('Good');
			const { error, output } = await runNode({
				items: [
					{ number: 'C-1', pdf: good },
					{ number: 'C-2', pdf: notAPdf },
				],
				parameters: invoiceOfItem,
				onError: 'continueRegularOutput',
			});
			expect(error).toBeUndefined();
			expect(output).toHaveLength(2);
			expect(String(output[1]?.json.error)).toMatch(/PDF/);
			const numbers = host().portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber);
			expect(numbers).toContain('C-1');
			expect(numbers).not.toContain('C-2');
		});

		test('a key that the portal does not know: the message names the credential', async () => {
			const content = credentialContent('Key of last year', keys.wrong);
			const credential = await createCredential(host().n8n, content);
			const run = await runNode({
				items: [{ number: 'D-1', pdf: await pdfOf('D-1') }],
				parameters: invoiceOfItem,
				credential,
			});
			expect(run.status).toBe('error');
			expect(words(run)).toMatch(/credential/i);
			expect(words(run)).toMatch(/API key/i);
			expect(run.raw).not.toContain(keys.wrong);
		});

		test('a key without the scope: the message names the scope', async () => {
			const content = credentialContent('Tickets only', keys.onlyTickets);
			const credential = await createCredential(host().n8n, content);
			const run = await runNode({
				items: [{ number: 'E-1', pdf: await pdfOf('E-1') }],
				parameters: invoiceOfItem,
				credential,
			});
			expect(run.status).toBe('error');
			expect(words(run)).toMatch(/invoices\.read/);
		});
	});
}
