import axios from 'axios';
import { startPortal, type Portal } from '../../sandbox/portal';
import { createCredential, type StoredCredential } from '../../tools/n8n/n8nCredentials';
import { Batch } from './batches';
import { LIMIT, queue } from './queue';

const clientId = 'sandbox-app';
const clientSecret = 'sandbox-secret';

/** An access token that ends while both workers use it. */
export function describeRenewal(): void {
	describe('an access token that expires while two workers use it', () => {
		let portal: Portal;
		afterAll(async () => await portal.close());

		test('is renewed at most once by each, and no invoice is lost or sent twice', async () => {
			const { main } = queue();
			portal = await startPortal({
				limit: LIMIT,
				windowMilliseconds: 3000,
				tokenBodies: 'jsonOrForm',
				oauthClients: [
					{
						clientId,
						clientSecret,
						redirectUris: [`${main.url}/rest/oauth2-credential/callback`],
					},
				],
			});
			const credential = await connected(portal);
			const batch = await Batch.prepare(
				'renewed',
				'lines',
				{ executions: 8, invoices: 15 },
				{ credential, portal },
			);
			await batch.start();
			await batch.untilStanding(40);
			portal.oauth.expireAccessTokens();
			const executions = await batch.ended();
			expect(executions.map(({ status }) => status)).toEqual(Array(8).fill('success'));
			expect(await batch.result()).toEqual(batch.wanted);
			expect(portal.oauth.refreshes).toBeGreaterThanOrEqual(1);
			expect(portal.oauth.refreshes).toBeLessThanOrEqual(2);
		});
	});
}

/** A credential of which the owner of the portal has granted the access, as in the dialog of n8n. */
async function connected(portal: Portal): Promise<StoredCredential> {
	const { main } = queue();
	const credential = await createCredential(main, {
		name: 'Portal of a customer',
		type: 'mijnKlantportaalOAuth2Api',
		data: {
			clientId,
			clientSecret,
			baseUrl: portal.apiUrl,
			oauthBaseUrl: portal.url,
			access: ['customers.read invoices.read'],
		},
	});
	const { data } = await main.rest.get<{ data: string }>('/oauth2-credential/auth', {
		params: { id: credential.id },
	});
	const page = await axios.get<string>(data.data, { proxy: false });
	const consent = /name="consent" value="([^"]+)"/.exec(page.data)?.[1] ?? '';
	const form = new URLSearchParams({ consent, decision: 'approve' });
	const decided = await axios.post(`${portal.url}/oauth/decision`, form, {
		proxy: false,
		maxRedirects: 0,
		validateStatus: (status) => status === 302,
	});
	const back = String(decided.headers.location);
	await axios.get(back, {
		proxy: false,
		headers: { Cookie: String(main.rest.defaults.headers.common.Cookie) },
	});
	return credential;
}
