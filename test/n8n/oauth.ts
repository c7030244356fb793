import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CREDENTIAL_BLANKING_VALUE } from 'n8n-workflow';
import type { Browser, Locator, Page } from 'playwright-core';
import { startPortal, type Portal, type PortalOptions } from '../../sandbox/portal';
import { createCredential, type StoredCredential } from '../../tools/n8n/n8nCredentials';
import { outputOf, runWorkflow } from '../../tools/n8n/n8nExecutions';
import { importWorkflow, type WorkflowContent } from '../../tools/n8n/n8nWorkflows';
import { placesThatHold } from '../../tools/n8n/storedTraces';
import { signedInPage, startChromium } from './chromium';
import { credentialType as apiKeyType, host, nodeType } from './host';
import { invoiceOfItem, pdfOf, testWorkflow } from './testWorkflow';

const credentialType = 'mijnKlantportaalOAuth2Api';
const oneTest = 120_000;
const clientSecret = `sandbox-secret-${randomUUID()}`;

const invoice = { authentication: 'oAuth2', ...invoiceOfItem };

/** OAuth2 from the first click to the last request, with n8n's own dialog, callback and refresh. */
export function describeOAuth(): void {
	describe('OAuth2', () => {
		let browser: Browser;
		let page: Page;
		let portal: Portal;
		let connected: StoredCredential;
		const otherPortals: Portal[] = [];

		const startPortalForN8n = async (options: PortalOptions = {}): Promise<Portal> =>
			await startPortal({
				limit: Infinity,
				tokenBodies: 'jsonOrForm',
				oauthClients: [
					{
						clientId: 'sandbox-app',
						clientSecret,
						redirectUris: [`${host().n8n.url}/rest/oauth2-credential/callback`],
					},
				],
				...options,
			});

		const store = async (
			name: string,
			{ url, apiUrl }: Portal,
			changes: Record<string, unknown> = {},
		): Promise<StoredCredential> =>
			await createCredential(host().n8n, {
				name,
				type: credentialType,
				data: {
					clientId: 'sandbox-app',
					clientSecret,
					access: ['customers.read invoices.read', 'tickets.read', 'customers.read'],
					baseUrl: apiUrl,
					oauthBaseUrl: url,
					...changes,
				},
			});

		const screenshot = async (name: string, which: Page = page): Promise<void> => {
			await which.screenshot({ path: join(host().folder, `${name}.png`) });
		};

		/** Opens the dialog, and the window of the portal that its button opens. */
		const askForAccess = async ({ id }: StoredCredential): Promise<[Locator, Page]> => {
			await page.goto(`${host().n8n.url}/home/credentials/${id}`);
			const dialog = page.getByTestId('editCredential-modal');
			const opened = page.waitForEvent('popup');
			const notConnected = dialog.getByTestId('oauth-not-connected-banner');
			await notConnected.getByRole('button', { name: 'Connect' }).click();
			const consent = await opened;
			await consent.getByRole('heading', { name: 'Give access?' }).waitFor();
			return [dialog, consent];
		};

		/** What n8n's page shows when it has no tokens, details included. */
		const shownBy = async (consent: Page): Promise<string> => {
			await consent.waitForURL(/oauth2-credential\/callback/);
			return (await consent.locator('body').textContent()) ?? '';
		};

		const run = async (content: WorkflowContent) =>
			await runWorkflow(host().n8n, await importWorkflow(host().n8n, content));

		/** What n8n says of the credential when it is asked to test it, as stored but for some fields. */
		const verdict = async (changes: Record<string, unknown> = {}): Promise<string> => {
			const { rest } = host().n8n;
			const { data: stored } = await rest.get<{ data: { data: Record<string, unknown> } }>(
				`/credentials/${connected.id}`,
				{ params: { includeData: true } },
			);
			// n8n puts the stored tokens in the place of this word.
			const oauthTokenData = CREDENTIAL_BLANKING_VALUE;
			const data = { ...stored.data.data, oauthTokenData, ...changes };
			const answer = await rest.post<{ data: { status: string; message: string } }>(
				'/credentials/test',
				{ credentials: { ...connected, data } },
			);
			return `${answer.data.data.status}: ${answer.data.data.message}`;
		};

		const sendInvoices = async (numbers: string[], { id, name, type } = connected) => {
			const content = testWorkflow({
				items: await Promise.all(
					numbers.map(async (number) => ({ number, pdf: await pdfOf(number) })),
				),
				parameters: invoice,
			});
			const nodes = content.nodes.map((node) =>
				node.type === nodeType ? { ...node, credentials: { [type]: { id, name } } } : node,
			);
			return await run({ ...content, nodes });
		};

		beforeAll(async () => {
			portal = await startPortalForN8n();
			browser = await startChromium();
			page = await signedInPage(browser);
		}, oneTest);

		afterAll(async () => {
			await browser?.close();
			for (const one of [portal, ...otherPortals]) await one?.close();
		});

		test(
			'is connected by a person: the portal asks, n8n fetches the tokens',
			async () => {
				connected = await store('Portal of a customer', portal);
				const [dialog, consent] = await askForAccess(connected);
				await screenshot('oauth consent', consent);
				// Each scope of the groups once, and no other.
				expect(await consent.locator('li').allInnerTexts()).toEqual([
					'customers.read',
					'invoices.read',
					'tickets.read',
				]);
				await consent.getByRole('button', { name: 'Approve' }).click();
				await dialog.getByTestId('oauth-connect-success-banner').waitFor();
				await screenshot('oauth connected');

				const [request, ...more] = portal.oauth.tokenRequests;
				expect(more).toEqual([]);
				expect(request?.body).toEqual({
					grant_type: 'authorization_code',
					client_id: 'sandbox-app',
					client_secret: clientSecret,
					redirect_uri: `${host().n8n.url}/rest/oauth2-credential/callback`,
					code: expect.any(String) as unknown,
				});
				// What n8n's client can do, and what the credential's comment says of it.
				expect(request?.contentType).toContain('application/x-www-form-urlencoded');
			},
			oneTest,
		);

		test(
			'asks for invoices where nothing was chosen, as n8n stores a credential that nobody changed there',
			async () => {
				const [, consent] = await askForAccess(await store('Untouched', portal, { access: [] }));
				expect(await consent.locator('li').allInnerTexts()).toEqual([
					'customers.read',
					'invoices.read',
				]);
				await consent.close();
			},
			oneTest,
		);

		test(
			'sends an invoice',
			async () => {
				const execution = await sendInvoices(['OAUTH-1']);
				expect(execution.error).toBeUndefined();
				expect(portal.state.invoices.at(-1)).toMatchObject({ invoiceNumber: 'OAUTH-1' });
				expect(outputOf(execution, 'Portal')[0]?.json.id).toBe(portal.state.invoices.at(-1)?.id);
			},
			oneTest,
		);

		test(
			'renews a token that expires in the middle of 60 uploads, once, and stores it',
			async () => {
				const before = portal.state.invoices.length;
				const watch = setInterval(() => {
					if (portal.state.invoices.length - before < 20) return;
					clearInterval(watch);
					portal.oauth.expireAccessTokens();
				}, 1);
				const numbers = Array.from({ length: 60 }, (_, index) => `OAUTH-RUN-${index}`);
				const execution = await sendInvoices(numbers);
				clearInterval(watch);
				expect(execution.error).toBeUndefined();
				expect(portal.oauth.refreshes).toBe(1);
				const stored = portal.state.invoices.slice(before).map((one) => one.invoiceNumber);
				expect(stored.sort()).toEqual(numbers.sort());

				await sendInvoices(['OAUTH-AFTER']);
				expect(portal.oauth.refreshes).toBe(1);
			},
			oneTest,
		);

		test(
			'serves the HTTP Request node, within the domains that the credential allows',
			async () => {
				const apiKey = (data: object) => ({
					name: 'API key for HTTP Request',
					type: apiKeyType,
					data: { apiKey: 'http-request-key', baseUrl: portal.apiUrl, ...data },
				});
				const keyed = await startPortalForN8n({
					keys: [{ token: 'http-request-key', scopes: ['customers.read'] }],
				});
				otherPortals.push(keyed);
				const ask = async (credential: StoredCredential, url: string) =>
					await run({
						name: 'HTTP Request',
						nodes: [
							{
								name: 'Start',
								type: 'n8n-nodes-base.manualTrigger',
								typeVersion: 1,
								parameters: {},
								position: [0, 0],
							},
							{
								name: 'Request',
								type: 'n8n-nodes-base.httpRequest',
								typeVersion: 4.2,
								parameters: {
									url,
									authentication: 'predefinedCredentialType',
									nodeCredentialType: credential.type,
								},
								position: [220, 0],
								credentials: { [credential.type]: { id: credential.id, name: credential.name } },
							},
						],
						connections: { Start: { main: [[{ node: 'Request', type: 'main', index: 0 }]] } },
					});

				const byOAuth = await ask(connected, `${portal.apiUrl}/customers`);
				expect(byOAuth.error).toBeUndefined();
				expect(outputOf(byOAuth, 'Request')[0]?.json.current_page).toBe(1);

				const open = await createCredential(host().n8n, apiKey({}));
				const byKey = await ask(open, `${keyed.apiUrl}/customers`);
				expect(byKey.error).toBeUndefined();
				expect(outputOf(byKey, 'Request')[0]?.json.current_page).toBe(1);

				const limits = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
				const limited = await createCredential(host().n8n, apiKey(limits));
				const requests = keyed.requests.length;
				const refused = await ask(limited, `${keyed.apiUrl}/customers`);
				expect(refused.error?.message).toMatch(/domain/i);
				expect(keyed.requests.length).toBe(requests);
			},
			oneTest,
		);

		test(
			'is not connected when the owner refuses, and says so',
			async () => {
				const credential = await store('Refused', portal);
				const requests = portal.oauth.tokenRequests.length;
				const [dialog, consent] = await askForAccess(credential);
				await consent.getByRole('button', { name: 'Refuse' }).click();
				expect(await shownBy(consent)).toContain('access_denied');
				await screenshot('oauth refused', consent);
				await consent.close();
				expect(await dialog.getByTestId('oauth-not-connected-banner').isVisible()).toBe(true);
				expect(portal.oauth.tokenRequests.length).toBe(requests);

				const execution = await sendInvoices(['OAUTH-REFUSED'], credential);
				expect(execution.error?.message).toBe('The credential "Refused" is not connected [item 0]');
			},
			oneTest,
		);

		test(
			'is not connected by an answer that n8n did not ask for',
			async () => {
				const requests = portal.oauth.tokenRequests.length;
				const { n8n } = host();
				const { data } = await n8n.rest.get<string>('/oauth2-credential/callback', {
					params: { code: 'made-up', state: 'made-up' },
				});
				expect(data).toMatch(/error/i);
				expect(portal.oauth.tokenRequests.length).toBe(requests);
			},
			oneTest,
		);

		test.each([
			['a code that expired', 'is invalid, expired, revoked', { codeSeconds: 0 }, {}],
			[
				'a token address that reads JSON only, as it is documented',
				'is otherwise malformed',
				{},
				{ tokenBodies: 'json' },
			],
		] as const)(
			'is not connected with %s, and shows why',
			async (name, reason, clientChanges, options) => {
				const redirectUris = [`${host().n8n.url}/rest/oauth2-credential/callback`];
				const other = await startPortalForN8n({
					oauthClients: [{ clientId: 'sandbox-app', clientSecret, redirectUris, ...clientChanges }],
					...options,
				});
				otherPortals.push(other);
				const [dialog, consent] = await askForAccess(await store(name, other));
				await consent.getByRole('button', { name: 'Approve' }).click();
				expect(await shownBy(consent)).toContain(reason);
				await screenshot(`oauth ${name}`, consent);
				await consent.close();
				expect(await dialog.getByTestId('oauth-not-connected-banner').isVisible()).toBe(true);
				expect(other.oauth.tokenRequests.map(({ status }) => status)).toEqual([400]);
			},
			oneTest,
		);

		test(
			'is tested by n8n with sentences that say what to do',
			async () => {
				expect(await verdict()).toMatch(/^OK: /);
				expect(await verdict({ baseUrl: `${portal.url}/elsewhere` })).toBe(
					'Error: There is no MijnKlantportaal API at Base URL. Correct it; it normally is https://api.mijnklantportaal.nl/v1.',
				);
				const withPassword = portal.apiUrl.replace('http://', 'http://me:pw12345@');
				expect(await verdict({ baseUrl: withPassword })).toMatch(
					/^Error: Base URL holds a user name or a password\. /,
				);
				expect(await verdict({ baseUrl: `${portal.apiUrl}?tenant=1` })).toMatch(
					/^Error: Base URL goes on behind its path\. /,
				);
				const stranger = await startPortalForN8n();
				otherPortals.push(stranger);
				expect(await verdict({ baseUrl: stranger.apiUrl })).toBe(
					'Error: MijnKlantportaal does not accept the access any more. Connect the account again, and check that Base URL and OAuth Base URL belong together.',
				);
			},
			oneTest,
		);

		test(
			'tells that the access was withdrawn, and sends nothing more',
			async () => {
				portal.oauth.revokeRefreshTokens();
				portal.oauth.expireAccessTokens();
				const { error } = await sendInvoices(['OAUTH-END-1', 'OAUTH-END-2']);
				expect(error?.message).toContain(
					'MijnKlantportaal no longer grants the access of the credential "Portal of a customer"',
				);
				expect(error?.description).toContain('connect the account again');
			},
			oneTest,
		);

		test('leaves no token and no secret in any file, execution or log line of n8n', async () => {
			const bearers = portal.requests.map(({ headers }) => headers.authorization?.split(' ')[1]);
			const bodies = portal.oauth.tokenRequests.map(({ body }) => body as Record<string, string>);
			const secrets = new Set(
				[clientSecret, ...bearers, ...bodies.map((body) => body.refresh_token)].filter(
					(secret): secret is string => secret !== undefined,
				),
			);
			// The secret, two access tokens and the refresh token at least.
			expect(secrets.size).toBeGreaterThanOrEqual(4);
			for (const secret of secrets) expect(await placesThatHold(host().n8n, secret)).toEqual([]);
		});
	});
}
