import type { IHttpRequestOptions } from 'n8n-workflow';
import { channelOf } from '../../../nodes/shared/transport/channel';
import { connect, shared } from '../../../nodes/shared/transport/connection';

const contextOf = (more: object = {}, parameters: object = {}, credential: object = {}) =>
	({
		getNode: () => ({
			parameters,
			credentials: { mijnKlantportaalApi: { id: '1', name: 'Mine' } },
		}),
		getCredentials: async (type: string) =>
			await Promise.resolve({
				baseUrl: ' https://portal.example/v1/ ',
				apiKey: `key of ${type}`,
				oauthTokenData: { access_token: 'a' },
				...credential,
			}),
		...more,
	}) as never;

it('opens the way with the credential of the node', async () => {
	expect(await connect(contextOf())).toMatchObject({
		authentication: 'apiKey',
		credentialType: 'mijnKlantportaalApi',
		credentialName: 'Mine',
		baseUrl: 'https://portal.example/v1',
		hasRequestOptions: false,
		execution: undefined,
		template: {
			baseURL: 'https://portal.example/v1',
			url: '',
			headers: { Accept: 'application/json' },
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
	});
});

it('takes the credential that the node says, under its own name where it has none', async () => {
	const { credentialType, credentialName, authentication } = await connect(
		contextOf({}, { authentication: 'oAuth2' }),
	);
	expect([credentialType, credentialName, authentication]).toEqual([
		'mijnKlantportaalOAuth2Api',
		'mijnKlantportaalOAuth2Api',
		'oAuth2',
	]);
});

it('takes what n8n prepared for an item', async () => {
	const template = { url: '/x', timeout: 1 } as IHttpRequestOptions;
	const connection = await connect(contextOf(), template);
	expect(connection.template).toBe(template);
	expect(connection.hasRequestOptions).toBe(true);
});

it('takes Request Options in a picker, and only there', async () => {
	const picker = {
		getCurrentNodeParameter: () => undefined,
		getNodeParameter: () => ({ timeout: 7000 }),
	};
	const connection = await connect(contextOf(picker));
	expect(connection.hasRequestOptions).toBe(true);
	expect(connection.template.timeout).toBe(7000);
	const { getNodeParameter } = picker;
	expect((await connect(contextOf({ getNodeParameter }))).template.timeout).toBeUndefined();
});

it.each([
	['x', undefined, 'Base URL is not a web address: "x"'],
	['https://a.example', 'x', 'OAuth Base URL is not a web address: "x"'],
])('refuses the addresses %j and %j', async (baseUrl, oauthBaseUrl, message) => {
	await expect(connect(contextOf({}, {}, { baseUrl, oauthBaseUrl }))).rejects.toThrow(message);
});

it('knows requests of one execution by its signal, else its ID, else the caller', async () => {
	const { signal } = new AbortController();
	const executing = (given: unknown, id: unknown) =>
		contextOf({ getExecutionCancelSignal: () => given, getExecutionId: () => id });
	expect((await connect(executing(signal, '7'))).execution).toBe(signal);
	expect((await connect(executing(undefined, '7'))).execution).toBe('7');
	const context = executing(undefined, undefined);
	expect((await connect(context)).execution).toBe(context);
});

it('knows no stop where others wait as well, and takes the turns of the one that began', async () => {
	const { signal } = new AbortController();
	const context = contextOf({ getExecutionCancelSignal: () => signal, helpers: {} });
	const own = await connect(context);
	const { context: lasting, ...rest } = shared(own);
	expect({ ...rest, context }).toEqual(own);
	expect('getExecutionCancelSignal' in lasting && lasting.getExecutionCancelSignal()).toBe(
		undefined,
	);
	expect(lasting.helpers).toBe(own.context.helpers);
	expect('getExecutionCancelSignal' in context).toBe(true);
	const picker = await connect(contextOf());
	expect(shared(picker)).toBe(picker);
});

describe('the channel', () => {
	it('is one for each token at each API', async () => {
		const [one, same] = [await connect(contextOf()), await connect(contextOf())];
		expect(one.channel).toBe(same.channel);
		expect(one.fingerprint).toBe(same.fingerprint);
		for (const credential of [{ apiKey: 'other' }, { baseUrl: 'https://other.example' }]) {
			const other = await connect(contextOf({}, {}, credential));
			expect(other.channel).not.toBe(one.channel);
			expect(other.fingerprint).not.toBe(one.fingerprint);
		}
		expect(one.channel.multipartBooleans).toBe('words');
	});

	it('is forgotten when there are a hundred, unless something is under way', async () => {
		const [idle, busy] = [channelOf('x', 'idle'), channelOf('x', 'busy')];
		const turn = await busy.limiter.begin();
		expect(channelOf('x', 'idle')).toBe(idle);
		for (let count = 0; count < 100; count++) channelOf('x', String(count));
		expect(channelOf('x', 'busy')).toBe(busy);
		expect(channelOf('x', 'idle')).not.toBe(idle);
		turn.end();
	});
});
