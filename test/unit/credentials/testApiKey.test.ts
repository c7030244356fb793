import { testApiKey } from '../../../nodes/shared/credentialTest/testApiKey';

const OK = { status: 'OK', message: 'Connection successful!' };
const list = { statusCode: 200, headers: {}, body: { data: [] } };
const status = (statusCode: number, body: unknown = {}) => ({ statusCode, headers: {}, body });

/** Tests a key; the answers one after the other, the last one over and over. */
async function testing(
	answers: unknown[],
	data: object | undefined = { baseUrl: 'https://portal.example/v1/', apiKey: ' Bearer key ' },
) {
	const requests: Array<Record<string, unknown>> = [];
	const context = {
		helpers: {
			request: async (options: Record<string, unknown>) => {
				const answer = answers[Math.min(requests.push(options), answers.length) - 1];
				if (answer instanceof Error) throw answer;
				return await Promise.resolve(answer);
			},
		},
	};
	const credential = { id: '1', name: 'Mine', type: 'mijnKlantportaalApi', data };
	const result = await testApiKey.call(context as never, credential as never);
	return { result, requests, urls: requests.map(({ url }) => url) };
}

it('reads a list with the key', async () => {
	const { result, requests } = await testing([list]);
	expect(result).toEqual(OK);
	expect(requests).toEqual([
		{
			method: 'GET',
			url: 'https://portal.example/v1/customers',
			headers: { Accept: 'application/json', Authorization: 'Bearer key' },
			json: true,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
			timeout: 15_000,
		},
	]);
});

it('tries another list where the key has no scope for it', async () => {
	const { result, urls } = await testing([status(403), status(403), list]);
	expect(result).toEqual(OK);
	expect(new Set(urls).size).toBe(3);
});

it('says of a key that may read nothing at all that it has no scope', async () => {
	const { result, urls } = await testing([status(403)]);
	expect(result).toEqual({
		status: 'Error',
		message:
			'The API key is right, but it has no scope to read anything with. Make a key with the scopes that your workflows need in MijnKlantportaal under Settings > API Keys, for example customers.read and invoices.read.',
	});
	// One list for each scope that reads one.
	expect(urls).toEqual([
		'https://portal.example/v1/customers',
		...[
			'customer-invoices',
			'offers',
			'payment-links',
			'tickets',
			'subscriptions',
			'appointments/planned',
			'agreements',
		].map((path) => expect.stringContaining(path.split('/')[0] as string) as string),
		...Array.from({ length: urls.length - 8 }, () => expect.any(String) as string),
	]);
	expect(new Set(urls).size).toBe(urls.length);
	for (const url of urls) expect(url).not.toMatch(/[{}]/);
});

it.each([
	[
		'another address',
		status(404),
		/^There is no MijnKlantportaal API at https:\/\/portal\.example\/v1\. Correct Base URL/,
	],
	[
		'a wrong key',
		status(401),
		/^The API key is not accepted\. Check API Key in the credential "Mine"/,
	],
	[
		'a web page',
		status(200, '<html>'),
		/^The API answered with a web page where data was expected/,
	],
	[
		'another object',
		status(200, { x: 1 }),
		/^The API answered without a list where one was expected/,
	],
	['a redirect', status(302), /^The API answered with a redirect/],
	[
		'no connection',
		Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }),
		/^No connection to portal\.example/,
	],
	['an unforeseen error', new TypeError('odd'), /^odd\. Check the credential of the node\.$/],
	['its own key in an answer', status(401, { message: 'Not secret-key!' }), /\(Not secret-key!\)/],
])('tells of %s', async (_name, answer, message) => {
	const { result, urls } = await testing([answer]);
	expect(result.status).toBe('Error');
	expect(result.message).toMatch(message);
	expect(urls).toHaveLength(1);
});

it('shows no key that an answer repeats', async () => {
	const { result } = await testing([status(401, { message: 'Not secret-key!' })], {
		baseUrl: 'https://portal.example',
		apiKey: 'secret-key',
	});
	expect(result.message).toMatch(/\(Not \*\*\*!\)/);
});

it('sends nothing to what is no address', async () => {
	for (const data of [undefined, {}, { baseUrl: 'x' }]) {
		const { result, requests } = await testing([list], data as never);
		if (data === undefined) continue;
		expect(result.message).toMatch(/^Base URL is not a web address/);
		expect(requests).toEqual([]);
	}
});

it('tells of what no code foresees', async () => {
	const context = {
		helpers: {
			request: () => {
				throw new RangeError('odd');
			},
		},
	};
	const data = { baseUrl: 'https://portal.example', apiKey: 'key' };
	const result = await testApiKey.call(context as never, { name: 'Mine', data } as never);
	expect(result.message).toMatch(/^odd\. This is not expected\. Please tell/);
});
