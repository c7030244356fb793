import { MijnKlantportaalApi } from '../../../credentials/MijnKlantportaalApi.credentials';
import { MijnKlantportaalOAuth2Api } from '../../../credentials/MijnKlantportaalOAuth2Api.credentials';
import {
	accessGroups,
	accessOptions,
	groupWith,
} from '../../../nodes/shared/authentication/accessGroups';
import { credentialTypeOf, shownFor } from '../../../nodes/shared/authentication/authentication';

/** What an expression gives. */
function evaluated(expression: unknown, names: Record<string, unknown>): unknown {
	const code = /^=(.*?)\{\{(.*)\}\}$/.exec(String(expression));
	if (code === null) return expression;
	const value: unknown = new Function(...Object.keys(names), `return ${code[2]}`)(
		...Object.values(names),
	);
	return `${code[1]}${String(value)}`;
}

const oAuth2 = new MijnKlantportaalOAuth2Api();
const defaultOf = (name: string) =>
	oAuth2.properties.find((property) => property.name === name)?.default;

it.each([
	['key', 'Bearer key'],
	[' key\n', 'Bearer key'],
	['Bearer  key', 'Bearer key'],
	['bearer key', 'Bearer key'],
	['myBearer key', 'Bearer myBearer key'],
])('the API key %j is sent as %j', (apiKey, header) => {
	const { type, properties } = new MijnKlantportaalApi().authenticate;
	expect(type).toBe('generic');
	expect(evaluated(properties.headers?.Authorization, { $credentials: { apiKey } })).toBe(header);
});

it.each([
	['https://manage.example', 'https://manage.example'],
	[' https://manage.example// ', 'https://manage.example'],
	['https://manage.example/a/', 'https://manage.example/a'],
])('access is granted at %j', (oauthBaseUrl, base) => {
	const $self = { oauthBaseUrl };
	expect(evaluated(defaultOf('authUrl'), { $self })).toBe(`${base}/oauth/authorize`);
	expect(evaluated(defaultOf('accessTokenUrl'), { $self })).toBe(`${base}/oauth/tokens`);
});

it('is tested with a reading, which lets a 403 pass and no token go elsewhere', () => {
	const { request, rules = [] } = oAuth2.test;
	expect(request).toMatchObject({
		ignoreHttpStatusErrors: { ignore: true, except: [401, 404] },
		disableFollowRedirect: true,
	});
	const urlFor = (baseUrl: string) => evaluated(request.url, { $credentials: { baseUrl } });
	expect(urlFor(' https://x.example/v1 ')).toBe('/customers');
	expect(urlFor('http://x.example/v1')).toMatch(/^data:,/);
	expect(evaluated(request.baseURL, { $credentials: { baseUrl: ' https://x.example/v1/ ' } })).toBe(
		'https://x.example/v1',
	);
	expect(rules.filter(({ type }) => type === 'responseCode')).toMatchObject([
		{
			type: 'responseCode',
			properties: {
				value: 401,
				message: expect.stringMatching(/Connect the account again/) as string,
			},
		},
		{
			type: 'responseCode',
			properties: {
				value: 404,
				message: expect.stringMatching(/^There is no MijnKlantportaal API at Base URL\./) as string,
			},
		},
	]);
});

it('belongs to the authentication that the node says', () => {
	expect(credentialTypeOf('apiKey')).toBe(new MijnKlantportaalApi().name);
	expect(credentialTypeOf('oAuth2')).toBe(oAuth2.name);
	expect(shownFor.apiKey.show.authentication).toEqual(['apiKey']);
	expect(shownFor.oAuth2.show.authentication).toEqual(['oAuth2']);
});

it('asks for the scopes of the groups that are chosen', () => {
	expect(accessOptions).toHaveLength(accessGroups.length);
	for (const { scopes } of accessGroups) {
		expect(accessOptions.map(({ value }) => value)).toContain(scopes.join(' '));
	}
});

it.each([
	['invoices.read', 'Invoices: Create, Mark as Paid and Read'],
	['agreements.read', 'Agreements: Read'],
	['customers.read', 'Customers: Read'],
	['customers.write', 'Customers: Create, Change and Read'],
	['webhooks.write', 'Webhooks: Start Workflows'],
	['unknown.read', undefined],
])('the smallest group with %s is %s', (scope, name) => {
	expect(groupWith(scope)?.name).toBe(name);
});
