import type { IDataObject } from 'n8n-workflow';
import {
	isRegistered,
	register,
	unregister,
} from '../../../nodes/MijnKlantportaalTrigger/registration/lifecycle';
import { inFakeTime, useFakeTime } from '../fakeTime';
import { broken, type Coming, connectTo, json } from '../scriptedConnection';

useFakeTime();

const BASE = 'https://n8n.example/webhook/1';
const addressOf = (type: string, base = BASE) => `${base}?event=${type}`;

/** A record as the portal shows it. */
const shown = (id: string, type: string, own: object = {}) => ({
	id,
	type,
	url: addressOf(type),
	secret: `secret of ${id}`,
	...own,
});

interface Given {
	types?: unknown;
	ignoreRepeats?: unknown;
	base?: string | undefined;
	stored?: unknown;
	/** What the portal has. */
	portal?: IDataObject[];
	/** What comes of a request, in place of what a portal would answer. */
	instead?: (line: string, request: { body?: unknown }) => Coming | undefined;
}

/** A portal that keeps webhooks, and the hooks of a node that is registered there. */
async function hooked(given: Given = {}) {
	const log: string[] = [];
	const portal = [...(given.portal ?? [])];
	const staticData: { webhooks?: unknown } = { webhooks: given.stored };
	let made = 0;
	const scripted = await connectTo(
		(request) => {
			const line = `${request.method} ${request.url}`;
			const instead = given.instead?.(line, request);
			if (instead !== undefined) return instead;
			const id = decodeURIComponent(request.url.split('/')[2] ?? '');
			const known = portal.findIndex((record) => record.id === id);
			if (request.method === 'POST') {
				const record = { ...shown(`wbh_new${++made}`, ''), ...(request.body as object) };
				portal.push(record);
				return json(record, 201);
			}
			if (id === '') return json({ data: portal });
			if (known < 0) return json({}, 404);
			if (request.method === 'DELETE') {
				portal.splice(known, 1);
				return json('', 204);
			}
			return json(portal[known]);
		},
		{
			more: {
				getNodeWebhookUrl: () => ('base' in given ? given.base : BASE),
				getNodeParameter: (name: string) =>
					name === 'ignoreRepeats'
						? (given.ignoreRepeats ?? true)
						: 'types' in given
							? given.types
							: ['invoice-paid'],
				getWorkflowStaticData: () => staticData,
				logger: {
					warn: (line: string) => log.push(`warn: ${line}`),
					error: (line: string) => log.push(`error: ${line}`),
				},
			},
		},
	);
	return {
		...scripted,
		hooks: scripted.context as never,
		log,
		portal,
		stored: () => (staticData.webhooks ?? []) as IDataObject[],
		account: scripted.connection.fingerprint,
	};
}

const stored = (id: string, type: string, own: object = {}) => shown(id, type, own);

describe('whether a node is registered', () => {
	it('it is where the portal has a record for each event', async () => {
		const n8n = await hooked({ portal: [shown('wbh_1', 'invoice-paid')] });
		expect(await isRegistered(n8n.hooks)).toBe(true);
		expect(n8n.stored()).toEqual([{ ...shown('wbh_1', 'invoice-paid'), account: n8n.account }]);
		expect(n8n.lines).toEqual(['GET /webhooks']);
		expect(n8n.log).toEqual([]);
	});

	it('it is not where one is missing', async () => {
		const n8n = await hooked({
			types: ['invoice-paid', 'offer-created', 'offer-created'],
			portal: [shown('wbh_1', 'invoice-paid')],
		});
		expect(await isRegistered(n8n.hooks)).toBe(false);
		expect(n8n.stored()).toHaveLength(1);
	});

	it('what is no longer chosen is removed, what belongs to others stays', async () => {
		const others = [
			shown('wbh_2', 'offer-created', { url: 'https://other.example?event=offer-created' }),
			shown('wbh_3', 'offer-created', { url: addressOf('offer-rejected') }),
		];
		const n8n = await hooked({
			portal: [shown('wbh_1', 'invoice-paid'), ...others, shown('wbh_4', 'offer-created')],
		});
		expect(await isRegistered(n8n.hooks)).toBe(true);
		expect(n8n.lines).toEqual(['GET /webhooks', 'DELETE /webhooks/wbh_4']);
		expect(n8n.portal.map(({ id }) => id)).toEqual(['wbh_1', 'wbh_2', 'wbh_3']);
	});

	it('the secret of what could not be removed is kept, of an event that is not chosen', async () => {
		const n8n = await hooked({
			portal: [
				shown('wbh_1', 'invoice-paid'),
				shown('wbh_2', 'invoice-paid'),
				shown('wbh_3', 'offer-created'),
				shown('wbh_4', 'offer-deleted', { secret: undefined }),
			],
			instead: (line) => (line.startsWith('DELETE') ? json({}, 422) : undefined),
		});
		expect(await isRegistered(n8n.hooks)).toBe(true);
		expect(n8n.stored().map(({ id }) => id)).toEqual(['wbh_1', 'wbh_3']);
		expect(n8n.log).toHaveLength(1);
		expect(n8n.log[0]).toMatch(
			/^warn: 3 webhooks of the node "Portal" stay in MijnKlantportaal \(wbh_2, wbh_3, wbh_4\): .*\. Their calls start nothing\. Remove them/,
		);
	});

	it.each([
		['no record', null],
		['no ID', { ...shown('', 'invoice-paid') }],
		['a number as ID', { ...shown('x', 'invoice-paid'), id: 7 }],
		['no event', { ...shown('wbh_1', ''), type: undefined }],
		['no address', { ...shown('wbh_1', 'invoice-paid'), url: null }],
		['no secret', shown('wbh_1', 'invoice-paid', { secret: '' })],
		['a secret that is no text', shown('wbh_1', 'invoice-paid', { secret: 7 })],
	])('%s in the list is no registration', async (_name, record) => {
		const n8n = await hooked({ portal: [...(record === null ? [] : [record])] });
		expect(await isRegistered(n8n.hooks)).toBe(false);
		expect(n8n.stored()).toEqual([]);
	});

	it('the secret is the stored one where the list shows none', async () => {
		const n8n = await hooked({
			stored: [stored('wbh_1', 'invoice-paid', { secret: 'kept' })],
			portal: [shown('wbh_1', 'invoice-paid', { secret: undefined })],
		});
		expect(await isRegistered(n8n.hooks)).toBe(true);
		expect(n8n.stored()[0]).toMatchObject({ id: 'wbh_1', secret: 'kept' });
	});

	describe('when the API cannot be asked', () => {
		const asked = async (coming: Coming, given: Given = {}) => {
			const n8n = await hooked({
				stored: [stored('wbh_1', 'invoice-paid')],
				...given,
				instead: () => coming,
			});
			return { ...n8n, ...(await inFakeTime(isRegistered(n8n.hooks))) };
		};

		it.each([
			['no connection', broken('ECONNREFUSED', 'connect')],
			['an outage', json({}, 500)],
			['the limit', json({}, 429, { 'retry-after': '500' })],
		])('for %s, the node goes on with what is stored', async (_name, coming) => {
			const { result, log } = await asked(coming);
			expect(result).toBe(true);
			expect(log).toEqual([
				expect.stringMatching(
					/^warn: The webhooks of the node "Portal" could not be checked, and are taken to be in MijnKlantportaal as before: /,
				),
			]);
		});

		it.each([
			['where not all of it is stored', json({}, 500), { stored: [] }],
			['where the token is refused', json({}, 401), {}],
			['where there is no such list', json({}, 404), {}],
			['where it has not the right', json({}, 403), {}],
			['where it redirects', json({}, 302), {}],
		])('it fails %s', async (_name, coming, given) => {
			const { error, log } = await asked(coming, given);
			expect(error).toMatchObject({ name: 'NodeApiError' });
			expect(log).toEqual([]);
		});

		it('what to do stands in the message', async () => {
			const { error } = await asked(json({}, 404));
			expect(error).toMatchObject({
				message: expect.stringMatching(/has nothing at \/webhooks\. .*Check Base URL/) as string,
				httpCode: '404',
			});
		});
	});

	it('an unforeseen error is told as it is', async () => {
		const n8n = await hooked();
		Object.assign(n8n.context, {
			getWorkflowStaticData: () => {
				throw new TypeError('odd');
			},
		});
		await expect(isRegistered(n8n.hooks)).rejects.toMatchObject({ message: 'odd' });
	});

	it('records that another account made are told of', async () => {
		const own = stored('wbh_1', 'invoice-paid', { account: 'another' });
		const n8n = await hooked({ stored: [own] });
		expect(await isRegistered(n8n.hooks)).toBe(false);
		expect(n8n.log).toEqual([
			expect.stringMatching(
				/^warn: The node "Portal" had webhooks that the portal of the credential "Mine" does not know: wbh_1 \(https:\/\/n8n\.example\/webhook\/1\?event=invoice-paid\)\. /,
			),
		]);
		const older: IDataObject = { ...own, account: undefined };
		const mine: IDataObject = { ...own };
		for (const record of [older, mine]) {
			const other = await hooked({ stored: [record] });
			if (record === mine) mine.account = other.account;
			await isRegistered(other.hooks);
			expect(other.log).toEqual([]);
		}
		const known = await hooked({ stored: [own], portal: [shown('wbh_1', 'invoice-paid')] });
		await isRegistered(known.hooks);
		expect(known.log).toEqual([]);
	});

	it.each([
		['another address', addressOf('invoice-paid', 'https://old.example')],
		['an address that begins alike', addressOf('invoice-paid', `${BASE}2`)],
	])('records of %s of n8n are told of, and not touched', async (_name, url) => {
		const n8n = await hooked({ stored: [stored('wbh_9', 'invoice-paid', { url })] });
		expect(await isRegistered(n8n.hooks)).toBe(false);
		expect(n8n.lines).toEqual(['GET /webhooks']);
		expect(n8n.log).toHaveLength(1);
		expect(n8n.log[0]).toContain(
			`warn: The node "Portal" had webhooks for another address of n8n, which stay in MijnKlantportaal: wbh_9 (${url}). `,
		);
	});

	it.each([
		['no list', 'x'],
		['what is no record', [null, 'x', 7]],
		[
			'a record with an empty field',
			[stored('', 'invoice-paid'), stored('x', 'invoice-paid', { secret: '' })],
		],
		['a record without a field', [{ ...stored('x', 'invoice-paid'), url: undefined }]],
	])('of what is stored, %s counts for nothing', async (_name, data) => {
		const n8n = await hooked({ stored: data, instead: () => json({}, 500) });
		expect((await inFakeTime(isRegistered(n8n.hooks))).error).toBeDefined();
	});
});

describe('what stands in the way is told before anything is sent', () => {
	it.each([
		['no event', { types: [] }, /^No event is chosen\. Choose at least one under Events\.$/],
		['an unknown event', { types: ['invoice-paid', 'x'] }, /^Events holds an unknown event: x\. /],
		[
			'an unknown event in a text',
			{ types: 'invoice-paid, x' },
			/^Events holds an unknown event: x\. /,
		],
		['an expression that found nothing', { types: undefined }, /an unknown event: undefined\. /],
		[
			'events in broken JSON',
			{ types: '["invoice-paid"' },
			/^Events is not a list as JSON: "\["invoice-paid""\. Write it as \["first", "second"\]/,
		],
		[
			'what is no flag',
			{ ignoreRepeats: 'maybe' },
			/^Ignore Repeated Deliveries is neither true nor false: "maybe"\. Use true or false\. Nothing was sent\.$/,
		],
		[
			'no address',
			{ base: undefined },
			/^n8n gave the trigger no webhook address\. Add the trigger node anew\.$/,
		],
		[
			'an address inside of the network',
			{ base: 'http://localhost:5678/webhook/1' },
			/because its webhook address http:\/\/localhost:5678 leads nowhere from the internet\. Set the environment variable WEBHOOK_URL/,
		],
	] as Array<[string, Given, RegExp]>)('%s', async (_name, given, message) => {
		for (const hook of [isRegistered, register]) {
			const n8n = await hooked(given);
			await expect(hook(n8n.hooks)).rejects.toThrow(message);
			expect(n8n.requests).toEqual([]);
		}
	});

	it('but an API inside of the network does reach n8n there', async () => {
		const n8n = await hooked({ base: 'http://localhost:5678/webhook/1' });
		n8n.credential.baseUrl = 'http://localhost:3000';
		await expect(isRegistered(n8n.hooks)).resolves.toBe(false);
		expect(n8n.requests).toHaveLength(1);
	});
});

it('waits no longer for an answer than a person does', async () => {
	const n8n = await hooked();
	await isRegistered(n8n.hooks);
	expect(n8n.requests[0]?.timeout).toBe(15_000);
});

describe('registering', () => {
	it('makes what is missing, and stores what calls have to carry', async () => {
		const n8n = await hooked({
			types: ['invoice-paid', 'offer-created'],
			stored: [stored('wbh_1', 'invoice-paid')],
		});
		expect(await register(n8n.hooks)).toBe(true);
		expect(n8n.lines).toEqual(['POST /webhooks']);
		expect(n8n.requests[0]?.body).toEqual({
			type: 'offer-created',
			url: addressOf('offer-created'),
		});
		expect(n8n.stored()).toEqual([
			stored('wbh_1', 'invoice-paid'),
			{ ...stored('wbh_new1', 'offer-created'), account: n8n.account },
		]);
	});

	it.each([
		['offer-created', ['offer-created']],
		['invoice-paid, offer-created;invoice-paid', ['invoice-paid', 'offer-created']],
		['["invoice-paid"]', ['invoice-paid']],
	])('takes the events %j', async (types, expected) => {
		const n8n = await hooked({ types, ignoreRepeats: 'false' });
		expect(await register(n8n.hooks)).toBe(true);
		expect(n8n.portal.map(({ type }) => type)).toEqual(expected);
	});

	it('makes all or none', async () => {
		const n8n = await hooked({
			types: ['invoice-paid', 'offer-created'],
			instead: (line, { body }) =>
				line.startsWith('POST') && (body as IDataObject).type === 'offer-created'
					? json({ message: 'No more.' }, 422)
					: undefined,
		});
		await expect(register(n8n.hooks)).rejects.toThrow('No more.');
		expect(n8n.lines).toEqual(['POST /webhooks', 'POST /webhooks', 'DELETE /webhooks/wbh_new1']);
		expect(n8n.portal).toEqual([]);
		expect(n8n.stored()).toEqual([]);
	});

	it.each([
		['identifier', { id: '' }],
		['secret', { secret: undefined }],
	])('fails without an %s that is needed', async (what, own) => {
		const n8n = await hooked({
			instead: (line) =>
				line.startsWith('POST') ? json({ id: 'wbh_1', secret: 's', ...own, ok: 1 }) : undefined,
		});
		const { error } = await inFakeTime(register(n8n.hooks));
		if (what === 'secret') {
			expect(error).toMatchObject({
				message: expect.stringMatching(
					/^The API registered the webhook for invoice-paid without telling its secret\. Without it no call could be trusted\./,
				) as string,
			});
		} else expect(error).toBeDefined();
	});

	it('finds what a request made whose answer got lost', async () => {
		const n8n = await hooked({
			portal: [shown('wbh_1', 'offer-created'), shown('wbh_2', 'invoice-paid')],
			instead: (line) => (line.startsWith('POST') ? broken() : undefined),
		});
		const { result } = await inFakeTime(register(n8n.hooks));
		expect(result).toBe(true);
		expect(n8n.lines).toEqual(['POST /webhooks', 'GET /webhooks']);
		expect(n8n.stored()).toEqual([{ ...shown('wbh_2', 'invoice-paid'), account: n8n.account }]);
	});

	it('sends a request again that made nothing', async () => {
		let isLost = false;
		const n8n = await hooked({
			instead: (line) => {
				if (!line.startsWith('POST') || isLost) return undefined;
				isLost = true;
				return broken();
			},
		});
		expect((await inFakeTime(register(n8n.hooks))).result).toBe(true);
		expect(n8n.portal).toHaveLength(1);
	});

	it('waits two minutes for the limit, and no longer', async () => {
		const limited = async (seconds: number) => {
			const n8n = await hooked({
				instead: (line) =>
					n8n.requests.length === 1 && line !== ''
						? json({}, 429, { 'retry-after': String(seconds) })
						: undefined,
			});
			return await inFakeTime(register(n8n.hooks));
		};
		expect((await limited(120)).result).toBe(true);
		expect((await limited(121)).error).toMatchObject({ httpCode: '429' });
	});
});

describe('unregistering', () => {
	const two = ['invoice-paid', 'offer-created'];

	it('removes what is stored', async () => {
		const records = two.map((type, index) => stored(`wbh_${index}`, type));
		const n8n = await hooked({ types: two, stored: records, portal: records });
		expect(await unregister(n8n.hooks)).toBe(true);
		expect(n8n.lines).toEqual(['DELETE /webhooks/wbh_0', 'DELETE /webhooks/wbh_1']);
		expect(n8n.portal).toEqual([]);
		expect(n8n.stored()).toEqual([]);
		expect(n8n.log).toEqual([]);
	});

	it('finds what is not stored, and leaves what belongs to others', async () => {
		const n8n = await hooked({
			types: two,
			stored: [stored('wbh_1', 'invoice-paid')],
			portal: [
				shown('wbh_1', 'invoice-paid'),
				shown('wbh_2', 'offer-created'),
				shown('wbh_3', 'offer-created', { url: 'https://other.example' }),
				shown('wbh_4', 'offer-created', { url: addressOf('offer-created', `${BASE}2`) }),
			],
		});
		expect(await unregister(n8n.hooks)).toBe(true);
		expect(n8n.lines).toEqual([
			'GET /webhooks',
			'DELETE /webhooks/wbh_1',
			'DELETE /webhooks/wbh_2',
		]);
		expect(n8n.portal.map(({ id }) => id)).toEqual(['wbh_3', 'wbh_4']);
	});

	it.each([404, 405, 501])(
		'is not offered where the API answers %i to a record it has',
		async (status) => {
			const records = two.map((type, index) => stored(`wbh_${index}`, type));
			const n8n = await hooked({
				types: two,
				stored: records,
				portal: records,
				instead: (line) => (line.startsWith('DELETE') ? json({}, status) : undefined),
			});
			expect(await unregister(n8n.hooks)).toBe(false);
			expect(n8n.lines.filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
			expect(n8n.stored()).toHaveLength(2);
			expect(n8n.log).toEqual([
				expect.stringMatching(
					/^warn: 2 webhooks .* \(wbh_0, wbh_1\): its API offers no removing of webhooks\. Their/,
				),
			]);
		},
	);

	it('takes a record for removed that the portal does not know', async () => {
		const records = [stored('wbh_0', 'invoice-paid', { account: 'another' })];
		const n8n = await hooked({ stored: records });
		expect(await unregister(n8n.hooks)).toBe(true);
		expect(n8n.lines).toEqual(['DELETE /webhooks/wbh_0', 'GET /webhooks/wbh_0']);
		expect(n8n.log).toEqual([
			expect.stringMatching(/^warn: The node "Portal" had webhooks that the portal/),
		]);
	});

	it.each([
		[422, 2],
		[400, 2],
		[409, 2],
		[499, 2],
		[401, 1],
		[403, 1],
		[407, 1],
		[302, 1],
	])('after a refusal with %i it tries %i of two', async (status, tries) => {
		const records = two.map((type, index) => stored(`wbh_${index}`, type));
		const n8n = await hooked({
			types: two,
			stored: records,
			instead: () => json({ message: 'No.' }, status),
		});
		expect((await inFakeTime(unregister(n8n.hooks))).result).toBe(false);
		expect(n8n.requests).toHaveLength(tries);
		expect(n8n.log[0]).toMatch(/^warn: 2 webhooks of the node "Portal" stay in MijnKlantportaal/);
	});

	it.each([
		['no answer', broken()],
		['408', json({}, 408)],
		['an outage', json({}, 500)],
	])('tries once where there is %s', async (_name, coming) => {
		const records = two.map((type, index) => stored(`wbh_${index}`, type));
		const n8n = await hooked({ types: two, stored: records, instead: () => coming });
		const { result, took } = await inFakeTime(unregister(n8n.hooks));
		expect([result, took, n8n.requests.length]).toEqual([false, 0, 1]);
	});

	it('never fails, and tells in the log why it did not work', async () => {
		const n8n = await hooked({ base: undefined });
		expect(await unregister(n8n.hooks)).toBe(false);
		expect(n8n.log).toEqual([
			'error: The webhooks of the node "Portal" were not removed from MijnKlantportaal: n8n gave the trigger no webhook address. Add the trigger node anew. Their calls start nothing.',
		]);
	});

	it('does not try for long to read the list', async () => {
		const n8n = await hooked({ instead: () => broken() });
		const { result, took } = await inFakeTime(unregister(n8n.hooks));
		expect([result, took, n8n.requests.length]).toEqual([false, 0, 1]);
	});

	it('does not take a record for unknown while the API has difficulties', async () => {
		const n8n = await hooked({
			stored: [stored('wbh_0', 'invoice-paid')],
			instead: (line) => json({}, line.startsWith('DELETE') ? 404 : 500),
		});
		expect(await unregister(n8n.hooks)).toBe(false);
		expect(n8n.stored()).toHaveLength(1);
	});
});
