import type { OutgoingAnswer, Portal, PortalOptions } from '../../sandbox/portal';
import { freePort } from '../../tools/n8n/freePort';
import {
	type Checked,
	type CheckInput,
	fill,
	portalFor,
	runCheck,
	startCheckPortal,
} from './checkFixture';

/** Every fact of docs/api-facts.md turned round, one by one: the check has to see each. */
jest.setTimeout(60_000);

type Alteration = (answer: OutgoingAnswer) => unknown;

const unaltered: Alteration = ({ body }) => body;
let alteration = unaltered;
let shared: Portal;

beforeAll(async () => {
	shared = await startCheckPortal({ alterAnswer: (answer) => alteration(answer) });
});
afterAll(async () => await shared.close());

/** Checks a full portal that is otherwise. Only what has to be set at its start costs one of its own. */
async function checkTurned(
	{ alterAnswer = unaltered, ...options }: PortalOptions,
	input: CheckInput = {},
	prepare: (portal: Portal) => void = () => {},
): Promise<Checked> {
	const portal =
		Object.keys(options).length === 0
			? shared
			: await portalFor({ ...options, alterAnswer: (answer) => alteration(answer) });
	alteration = unaltered;
	await fill(portal);
	alteration = alterAnswer;
	prepare(portal);
	return await runCheck(portal, input);
}

/** Changes every object that an operation answers with, whether it is one or a list of them. */
function objects(
	change: (object: Record<string, unknown>, operationId: string) => object,
): (answer: OutgoingAnswer) => unknown {
	return ({ body, operationId = '', status }) => {
		if (status >= 300 || typeof body !== 'object' || body === null) return body;
		if ('data' in body && Array.isArray(body.data)) {
			const data = body.data.map((object) =>
				change(object as Record<string, unknown>, operationId),
			);
			return { ...body, data };
		}
		return change(body as Record<string, unknown>, operationId);
	};
}

function invoices(
	change: (object: Record<string, unknown>) => object,
): (answer: OutgoingAnswer) => unknown {
	return objects((object, operationId) =>
		operationId.includes('customer-invoice') && 'invoiceNumber' in object ? change(object) : object,
	);
}

describe('reading sees', () => {
	it.each<[what: string, number: string, because: RegExp, PortalOptions]>([
		[
			'lists with the oldest first',
			'I2',
			/list-customers: oldest first/,
			{ listOrder: 'oldestFirst' },
		],
		['answers without rate headers', 'I1', /lack the headers/, { rateHeaders: 'missing' }],
		['next pages on another host', 'I3', /another host/, { publicUrl: 'https://pages.example' }],
		[
			'next pages that are the same page',
			'I3',
			/the same objects/,
			{
				alterAnswer: ({ body }) =>
					typeof body === 'object' && body !== null && 'next_page_url' in body
						? {
								...body,
								data: (body as unknown as { data: unknown[] }).data.map(() => ({ id: 'cst_x' })),
							}
						: body,
			},
		],
		[
			'moments in UTC',
			'I7',
			/YYYY-mm-ddTHH:MM:SSZ/,
			{
				alterAnswer: objects((object) => ({
					...object,
					...(typeof object.createdAt === 'string'
						? { createdAt: new Date(object.createdAt).toISOString().replace('.000Z', 'Z') }
						: {}),
				})),
			},
		],
		[
			'amounts as numbers',
			'I8',
			/number/,
			{ alterAnswer: invoices((invoice) => ({ ...invoice, amount: Number(invoice.amount) })) },
		],
		[
			'other identifiers',
			'I9',
			/list-customer-invoices id/,
			{ alterAnswer: invoices((invoice) => ({ ...invoice, id: 4711 })) },
		],
		[
			'other fields in the list of agreements',
			'I16',
			/^without signerName, with documents$/,
			{
				alterAnswer: objects(({ signerName, ...object }, operationId) =>
					operationId === 'list-agreements'
						? { ...object, documents: [] }
						: { signerName, ...object },
				),
			},
		],
		['a token address that reads JSON only', 'I15', /another problem/, { tokenBodies: 'json' }],
	])('%s', async (_what, number, because, options) => {
		const { inferences } = await checkTurned(options);
		expect(inferences[number]).toMatchObject({
			verdict: 'otherwise',
			because: expect.stringMatching(because) as string,
		});
	});

	it.each(['fixed', 'sliding'] as const)('a %s window', async (windowKind) => {
		const { inferences, findings } = await checkTurned({ windowKind });
		expect(findings.evidence.rate.window).toBe(windowKind);
		expect(inferences.I1).toMatchObject({
			verdict: 'confirmed',
			because: `the window is ${windowKind}, the limit 60`,
		});
	});

	it.each<[what: string, difference: string, change: (object: Record<string, unknown>) => object]>([
		[
			'unknown fields',
			'unknown field data[].vatNumber (text)',
			(o) => ({ ...o, vatNumber: 'NL1' }),
		],
		['missing fields', 'missing field data[].city', ({ city: _city, ...o }) => o],
		[
			'other types',
			'data[].companyName is whole number, contract: string',
			(o) => ({ ...o, companyName: 7 }),
		],
		[
			'null where it is not documented',
			'data[].createdAt is null, contract: string',
			(o) => ({ ...o, createdAt: null }),
		],
	])('%s', async (_what, difference, change) => {
		const { operations, report } = await checkTurned({
			alterAnswer: objects((object, operationId) =>
				operationId === 'list-customers' ? change(object) : object,
			),
		});
		expect(operations['list-customers']).toMatchObject({
			outcome: 'differs',
			differences: [difference],
		});
		expect(report).toContain(difference);
		expect(operations['list-tickets']?.outcome).toBe('ok');
	});

	it('other field names, as a missing and an unknown one', async () => {
		const { operations } = await checkTurned({
			alterAnswer: invoices(({ invoiceNumber, ...invoice }) => ({
				...invoice,
				number: invoiceNumber,
			})),
		});
		expect(operations['list-customer-invoices']?.differences).toEqual([
			'missing field data[].invoiceNumber',
			'unknown field data[].number (text)',
		]);
	});

	it('a value that the contract does not list', async () => {
		const { operations } = await checkTurned({
			alterAnswer: objects((object, operationId) =>
				operationId === 'list-tickets' ? { ...object, status: 'waiting' } : object,
			),
		});
		expect(operations['list-tickets']?.differences).toEqual([
			'data[].status has a value that the contract does not list',
		]);
	});

	it('a field beside the list that tells how many there are', async () => {
		const { operations } = await checkTurned({
			alterAnswer: ({ body }) =>
				typeof body === 'object' && body !== null && 'per_page' in body
					? { ...body, total: 40 }
					: body,
		});
		expect(operations['list-customers']?.differences).toEqual([
			'unknown field total (whole number)',
		]);
	});

	it('missing headers, at every operation', async () => {
		const { operations } = await checkTurned({ rateHeaders: 'missing' });
		expect(operations['get-customer']?.differences).toEqual([
			'no header x-ratelimit-limit',
			'no header x-ratelimit-remaining',
		]);
	});

	it('other statuses', async () => {
		const { operations } = await checkTurned({}, {}, (portal) => {
			portal.misbehave({
				path: /^\/customer-offers$/,
				kind: 'status',
				status: 202,
				carryOut: true,
				body: { data: [] },
			});
			portal.misbehave({ path: /^\/tickets$/, kind: 'status', status: 418 });
		});
		expect(operations['list-customer-offers']?.differences).toContain(
			'status 202 where 200 is documented',
		);
		expect(operations['list-tickets']).toMatchObject({
			outcome: 'differs',
			differences: ['status 418 where 200 is documented'],
		});
	});

	it('the web page of a proxy in the middle', async () => {
		const { operations } = await checkTurned({}, {}, (portal) =>
			portal.misbehave({ path: /^\/payment-links$/, kind: 'html' }),
		);
		expect(operations['list-payment-links']).toMatchObject({
			outcome: 'differs',
			differences: ['a web page where JSON is documented'],
		});
		expect(operations['list-webhooks']?.outcome).toBe('ok');
	});

	it('operations that are not answered, and goes on', async () => {
		const { operations } = await checkTurned({}, {}, (portal) =>
			portal.misbehave({ path: /^\/payment-links$/, kind: 'dropRequest', times: 3 }),
		);
		expect(operations['list-payment-links']?.outcome).toBe('no answer');
		expect(operations['get-payment-link']?.outcome).toBe('nothing to look at');
		expect(operations['list-webhooks']?.outcome).toBe('ok');
	});

	it('other refusals of keys and identifiers', async () => {
		const { inferences } = await checkTurned({
			alterAnswer: ({ status, body }) => (status === 401 ? { error: 'no' } : body),
		});
		expect(inferences.I14).toMatchObject({
			verdict: 'otherwise',
			because: 'status 401 carries no message',
		});
	});

	it('a refused period of appointments', async () => {
		const { inferences } = await checkTurned({}, {}, (portal) =>
			portal.misbehave({ path: /^\/appointments$/, kind: 'status', status: 422 }),
		);
		expect(inferences.I25).toMatchObject({ verdict: 'otherwise', because: 'refused with 422' });
	});
});

describe('writing sees', () => {
	const webhook = async () => ({ webhookUrl: `http://127.0.0.1:${await freePort()}/` });

	it.each<[what: string, number: string, because: RegExp, PortalOptions]>([
		['numbers that are taken', 'I20', /refused with status 422/, { invoiceNumbers: 'unique' }],
		[
			'moments read as UTC',
			'I6',
			/(60|120) minutes later/,
			{
				// What a portal with clocks in UTC would make of the moment that was sent.
				alterAnswer: invoices((invoice) => ({
					...invoice,
					paidAt:
						typeof invoice.paidAt === 'string' ? `${invoice.paidAt.slice(0, 19)}+00:00` : null,
				})),
			},
		],
		[
			'an invoice that is not in the list',
			'I21',
			/not in the list/,
			{
				alterAnswer: ({ body, operationId }) =>
					operationId === 'list-customer-invoices' ? { ...(body as object), data: [] } : body,
			},
		],
		[
			'a list that shows other values',
			'I21',
			/another amount/,
			{ alterAnswer: invoices((invoice) => ({ ...invoice, amount: '1' })) },
		],
		[
			'changes that do not show',
			'I22',
			/not seen on: payment link/,
			{
				alterAnswer: objects((object, operationId) =>
					operationId === 'get-payment-link' ? { ...object, status: 'open' } : object,
				),
			},
		],
		[
			'downloads that do not work',
			'I23',
			/status 404/,
			{
				alterAnswer: objects((object) =>
					'link' in object ? { ...object, link: `${String(object.link)}x` } : object,
				),
			},
		],
		[
			'a refused invoice that is there all the same',
			'I24',
			/is in the list/,
			{
				alterAnswer: ({ body, operationId }) => {
					if (operationId !== 'list-customer-invoices') return body;
					const list = body as { data: object[] };
					return { ...list, data: [...list.data, { invoiceNumber: 'N8N-20260101-120000-0' }] };
				},
			},
		],
	])('%s', async (_what, number, because, options) => {
		const { inferences } = await checkTurned(options, { write: true });
		expect(inferences[number]).toMatchObject({
			verdict: 'otherwise',
			because: expect.stringMatching(because) as string,
		});
	});

	it('booleans as 1 and 0 only', async () => {
		const { inferences, ledger } = await checkTurned({ booleans: 'digits' }, { write: true });
		expect(inferences.I4).toMatchObject({
			verdict: 'confirmed',
			because: 'words are refused with a message that names the field, 1 and 0 are taken',
		});
		expect(inferences.I5?.verdict).toBe('confirmed');
		expect(ledger.made.filter(({ kind }) => kind === 'invoice with PDF')).toHaveLength(1);
	});

	it('a refusal of booleans that does not name the field', async () => {
		const { inferences } = await checkTurned(
			{
				booleans: 'digits',
				alterAnswer: ({ body, status }) => (status === 422 ? { message: 'Not valid.' } : body),
			},
			{ write: true },
		);
		expect(inferences.I4?.verdict).toBe('otherwise');
	});

	it('booleans that are taken in no form', async () => {
		const { inferences } = await checkTurned({}, { write: true }, (portal) =>
			portal.misbehave({
				method: 'POST',
				path: /^\/customer-invoices$/,
				skip: 0,
				times: 3,
				kind: 'status',
				status: 422,
				body: { message: 'The send notification field must be a boolean.' },
			}),
		);
		expect(inferences.I4).toMatchObject({
			verdict: 'otherwise',
			because: 'neither false nor 0 is taken',
		});
		expect(inferences.I11?.verdict).toBe('confirmed');
	});

	it('lists in multipart bodies that are refused', async () => {
		const { inferences } = await checkTurned({}, { write: true }, (portal) =>
			portal.misbehave({ method: 'POST', path: /^\/agreements$/, kind: 'status', status: 422 }),
		);
		expect(inferences.I5).toMatchObject({
			verdict: 'otherwise',
			because: 'refused with status 422',
		});
	});

	it('invoices that need another scope', async () => {
		const { inferences, ledger } = await checkTurned({}, { write: true }, (portal) =>
			portal.misbehave({
				method: 'POST',
				path: /^\/customer-invoices/,
				times: 9,
				kind: 'status',
				status: 403,
				body: { message: 'Invalid scope(s) provided.' },
			}),
		);
		expect(inferences.I11?.verdict).toBe('otherwise');
		expect(inferences.I6?.verdict).toBe('still open');
		expect(ledger.made.map(({ kind }) => kind)).toEqual([
			'customer',
			'offer',
			'payment link',
			'agreement',
		]);
	});

	it('signatures made with the secret', async () => {
		const { inferences } = await checkTurned(
			{ webhookSignature: 'hmac' },
			{ write: true, plan: await webhook() },
		);
		expect(inferences.I17).toMatchObject({
			verdict: 'confirmed',
			because: 'the header is an HMAC-SHA256 of the body',
		});
	});

	it('signatures of another kind', async () => {
		const { inferences } = await checkTurned(
			{
				alterAnswer: objects((object, operationId) =>
					operationId === 'create-webhook' ? { ...object, secret: 'another' } : object,
				),
			},
			{ write: true, plan: await webhook() },
		);
		expect(inferences.I17?.verdict).toBe('otherwise');
	});

	it.each([
		['supported', 'it exists'],
		['notFound', 'it is not offered'],
		['methodNotAllowed', 'it is not offered'],
	] as const)('removing of webhooks that is %s', async (webhookDeletion, because) => {
		const { inferences } = await checkTurned(
			{ webhookDeletion },
			{ write: true, plan: await webhook() },
		);
		expect(inferences.I19).toMatchObject({ because });
	});

	it('deleting that works', async () => {
		const { inferences, ledger } = await checkTurned({}, { write: true }, (portal) =>
			portal.misbehave({
				method: 'DELETE',
				path: /^\/customers\//,
				kind: 'status',
				status: 200,
				body: {},
			}),
		);
		expect(inferences.I29).toMatchObject({
			verdict: 'otherwise',
			because: expect.stringContaining('customer: 200') as string,
		});
		expect(ledger.describe()).toContain('made and deleted again');
	});
});
