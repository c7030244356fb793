import { testCredential } from '../../tools/n8n/n8nCredentials';
import { credentialContent, host, keys } from './host';

/** The test that n8n runs when a credential is saved. */
export function describeCredentialTest(): void {
	describe('the test of the credential', () => {
		const verdict = async (name: string, key: string) =>
			await testCredential(host().n8n, credentialContent(name, key));

		test('accepts a key that the portal knows', async () => {
			expect(await verdict('Right key', keys.all)).toMatchObject({ status: 'OK' });
		});

		test('accepts a key without the scope for what the test reads', async () => {
			expect(await verdict('Other scope', keys.onlyTickets)).toMatchObject({ status: 'OK' });
		});

		test('answers a wrong key with a sentence, in which the key does not stand', async () => {
			const { status, message } = await verdict('Wrong key', keys.wrong);
			expect(status).toBe('Error');
			expect(message).toMatch(/^[A-Z].* .* .*/);
			expect(message).not.toContain(keys.wrong);
		});

		test('tells that nobody answers at the address', async () => {
			const content = credentialContent('Wrong address', keys.all);
			content.data.baseUrl = 'http://127.0.0.1:9/v1';
			const { status, message } = await testCredential(host().n8n, content);
			expect(status).toBe('Error');
			expect(message).toMatch(/ .* /);
		});
	});
}
