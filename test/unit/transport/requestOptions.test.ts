import { requestOptionsOf } from '../../../nodes/shared/transport/requestOptions';

const optionsOf = (requestOptions: unknown) =>
	requestOptionsOf({
		getNodeParameter: (name: string) => (name === 'requestOptions' ? requestOptions : 'x'),
	} as never);

it.each([
	[{}, {}],
	[undefined, {}],
	[null, {}],
	[{ timeout: 5000 }, { timeout: 5000 }],
	[{ timeout: 1 }, { timeout: 1 }],
	[{ timeout: 0 }, {}],
	[{ timeout: '5000' }, {}],
	[{ allowUnauthorizedCerts: true }, { skipSslCertificateValidation: true }],
	[{ allowUnauthorizedCerts: false }, {}],
	[{ proxy: '' }, {}],
	[{ proxy: 7 }, {}],
])('of %j are %j', (given, options) => {
	expect(optionsOf(given)).toEqual(options);
});

it.each([
	['http://proxy:3128', { protocol: 'http', host: 'proxy', port: 3128 }],
	['proxy:3128', { protocol: 'http', host: 'proxy', port: 3128 }],
	['proxy', { protocol: 'http', host: 'proxy', port: 80 }],
	['https://proxy', { protocol: 'https', host: 'proxy', port: 443 }],
	['socks5://proxy', { protocol: 'socks5', host: 'proxy', port: 80 }],
	[
		'http://jan:ge%20heim@proxy:1',
		{ protocol: 'http', host: 'proxy', port: 1, auth: { username: 'jan', password: 'ge heim' } },
	],
	[
		'http://j%40n@proxy:1',
		{ protocol: 'http', host: 'proxy', port: 1, auth: { username: 'j@n', password: '' } },
	],
	['http://[', undefined],
])('the proxy %s is %j', (proxy, expected) => {
	expect(optionsOf({ proxy })).toEqual({ proxy: expected });
});

it('are none where their expression speaks of items', () => {
	const context = {
		getNodeParameter: () => {
			throw new Error('no items');
		},
	};
	expect(requestOptionsOf(context as never)).toEqual({});
});
