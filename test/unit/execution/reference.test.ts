import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { bodyNamesOf, displayNameOf } from '../../../nodes/MijnKlantportaal/execution/displayNames';
import type { Field, Mapping } from '../../../nodes/MijnKlantportaal/execution/field';
import { mapParameters } from '../../../nodes/MijnKlantportaal/execution/mapParameters';
import { problemsOf } from '../../../nodes/MijnKlantportaal/execution/problems';
import {
	hasReferences,
	noteReferences,
	Reference,
	resolveReferences,
	toMixedReference,
	toReference,
} from '../../../nodes/MijnKlantportaal/execution/reference';
import { companyName, emailOf } from '../../../nodes/shared/objects/keyFields';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { toFlag } from '../../../nodes/shared/values/flag';
import { toText } from '../../../nodes/shared/values/text';
import { inFakeTime, useFakeTime } from '../fakeTime';
import { connectTo, inOrder, json } from '../scriptedConnection';

useFakeTime();

const { customer, invoice } = portalObjects;
const email = emailOf('primaryEmail');

describe('an object that is named', () => {
	it('by its ID is known by it', () => {
		expect(toReference(' cst_1 ', customer, 'id')).toBe('cst_1');
		expect(toReference('cst_1', customer, undefined)).toBe('cst_1');
		expect(toReference('off_1', { ...portalObjects.offer, keys: undefined }, 'number')).toBe(
			'off_1',
		);
	});

	it('by a key has to be found', () => {
		expect(toReference(' Jan@x.nl ', customer, 'email')).toEqual(
			new Reference(customer, customer.keys?.[0] as never, 'Jan@x.nl'),
		);
		expect(toReference(12, customer, 'companyName')).toMatchObject({ value: '12' });
	});

	it.each([
		[
			'cst_1',
			'email',
			'is the ID of a customer, and not an e-mail address: "cst_1". Choose By ID for it.',
		],
		[
			'cst_1',
			'companyName',
			'is the ID of a customer, and not a company name: "cst_1". Choose By ID for it.',
		],
		[
			' jan@x.nl ',
			'id',
			'is an e-mail address, and not the ID of a customer: "jan@x.nl". Choose By Email for it.',
		],
		[
			'jan@x.nl',
			undefined,
			'is an e-mail address, and not the ID of a customer: "jan@x.nl". Choose By Email for it.',
		],
		[
			'Jan',
			'id',
			'is not the ID of a customer: "Jan", where cst_… was expected. Use the ID of a customer, such as cst_abc12345def678.',
		],
		[
			12,
			'id',
			'is not the ID of a customer: 12. Use the ID of a customer, such as cst_abc12345def678.',
		],
	])('%p in the mode %p is refused', (value, mode, message) => {
		expect(() => toReference(value, customer, mode)).toThrow(message);
	});

	it('in a list by its ID or by what can be nothing else', () => {
		expect(toMixedReference('cst_1', customer)).toBe('cst_1');
		expect(toMixedReference('jan@x.nl', customer)).toMatchObject({
			key: { mode: 'email' },
			value: 'jan@x.nl',
		});
		expect(() => toMixedReference('Jan', customer)).toThrow(
			'is not the ID of a customer: "Jan", where cst_… was expected. Use the ID of a customer, such as cst_abc12345def678, or its e-mail address.',
		);
		expect(() => toMixedReference(12, customer)).toThrow('is not the ID of a customer');
		expect(toMixedReference('inv_1', invoice)).toBe('inv_1');
		expect(() => toMixedReference('F-1', invoice)).toThrow(
			'Use the ID of an invoice, such as inv_abc12345def678.',
		);
	});
});

describe('what has to be found', () => {
	const reference = new Reference(customer, email, 'jan@x.nl');
	const listed = (id: string, own: IDataObject = {}): IDataObject => ({
		id,
		companyName: 'Jan',
		city: 'Zeist',
		primaryEmail: 'jan@x.nl',
		...own,
	});

	it('is known wherever it stands', () => {
		expect([reference, ['x', [reference]], 'x', ['x'], [], undefined].map(hasReferences)).toEqual([
			true,
			true,
			false,
			false,
			false,
			false,
		]);
	});

	const resolving = async (value: unknown, list: IDataObject[], coming = json({ data: list })) => {
		const { connection, requests } = await connectTo(inOrder(coming));
		const request: IHttpRequestOptions = { url: '' };
		const filled: unknown[] = [];
		noteReferences(request, {
			displayName: 'Customer',
			value,
			fill: (found) => filled.push(found),
		});
		const since = performance.now();
		const ended = await inFakeTime(
			resolveReferences(request, connection, { since, isThorough: true }),
		);
		return { ...ended, filled, requests };
	};

	it('is filled in', async () => {
		const { result, filled } = await resolving(reference, [listed('cst_1')]);
		expect([result, filled]).toEqual([[], ['cst_1']]);
		const list = await resolving(['cst_9', reference, [reference], 'cst_1'], [listed('cst_1')]);
		expect(list.filled).toEqual([['cst_9', 'cst_1', ['cst_1']]]);
	});

	it.each([
		[
			[listed('cst_1', { primaryEmail: 'x@y.nl' })],
			'is not in the portal: the only customer has another e-mail address, "jan@x.nl"',
			'Correct it, or add the customer to the portal first.',
		],
		[
			[],
			'is not in the portal: none of 0 customers has that e-mail address, "jan@x.nl"',
			'Correct it, or add the customer to the portal first.',
		],
		[
			[
				listed('cst_1', { primaryEmail: 'jam@x.nl' }),
				listed('cst_2', { primaryEmail: 'jan@y.nl' }),
			],
			'is not in the portal: none of 2 customers has that e-mail address, "jan@x.nl"',
			'Did you mean "jam@x.nl", Jan (Zeist), cst_1 or "jan@y.nl", Jan (Zeist), cst_2? Correct it, or add the customer to the portal first.',
		],
		[
			[listed('cst_1'), listed('cst_2')],
			'names 2 of 2 customers, which share the e-mail address "jan@x.nl": Jan (Zeist), cst_1 and Jan (Zeist), cst_2',
			'Choose By ID and give the ID of the one that is meant.',
		],
		[
			Array.from({ length: 7 }, (_, index) =>
				listed(`cst_${index}`, { companyName: `J${index}`, city: null }),
			),
			'names 7 of 7 customers, which share the e-mail address "jan@x.nl": J0, cst_0, J1, cst_1, J2, cst_2, J3, cst_3, J4, cst_4 and 2 more',
			'Choose By ID and give the ID of the one that is meant.',
		],
	])('tells why it is not: %#', async (list, finding, remedy) => {
		const { result, filled } = await resolving(reference, list);
		expect(filled).toEqual([]);
		expect(result).toEqual([
			{ displayName: 'Customer', wrong: expect.objectContaining({ finding, remedy }) as unknown },
		]);
	});

	it('is not sent where the list cannot be read', async () => {
		const { error } = await resolving(reference, [], json({ message: 'No.' }, 403));
		expect(error).toMatchObject({
			message: 'Customer cannot be looked up by its e-mail address: No.',
			status: 403,
			description: expect.stringMatching(/\. Nothing was sent\.$/) as string,
		});
	});
});

describe('parameters', () => {
	const field = (
		name: string,
		own: Partial<Mapping> = {},
		show?: object,
		fields?: Field[],
	): Field => ({
		property: {
			name,
			displayName: name.toUpperCase(),
			type: 'string',
			default: '',
			displayOptions: show as never,
		},
		mapping: fields === undefined ? { read: toText, ...own } : undefined,
		fields,
	});
	const mapping = (fields: Field[], parameters: Record<string, unknown>) => {
		const request: IHttpRequestOptions = { url: '/x/{a}/{apiA}' };
		const context = {
			getNodeParameter: (name: string, fallback: unknown) => {
				const value = parameters[name] ?? fallback;
				if (value instanceof Error || value === 'throw') throw value;
				return value;
			},
		};
		mapParameters(fields, context as never, request);
		return { request, problems: problemsOf(request) };
	};

	it('stand where the API takes them', () => {
		const fields = [
			field('a', { place: 'path' }),
			field('b'),
			field('c', { place: 'query' }),
			field('d', { apiName: 'apiD' }),
			field('e', { place: 'filter' }),
			field('f', { place: 'path', apiName: 'apiA' }),
		];
		const { request, problems } = mapping(fields, {
			a: 'a/b',
			b: ' b ',
			c: 'c',
			d: 'd',
			e: 'e',
			f: 'f',
		});
		expect(request).toEqual({
			url: '/x/a%2Fb/f',
			body: { b: 'b', apiD: 'd', e: 'e' },
			qs: { c: 'c' },
		});
		expect(problems).toEqual([]);
	});

	it('that are empty are left out, or refused where the API needs them', () => {
		const { request, problems } = mapping(
			[field('a'), field('b', { required: true }), field('c', { required: true })],
			{ a: ' ', b: '', c: 'c' },
		);
		expect(request.body).toEqual({ c: 'c' });
		expect(problems).toEqual([
			{
				displayName: 'B',
				finding: 'is empty',
				remedy: 'Fill it in, or check the expression that should fill it.',
			},
		]);
	});

	it('of a collection have its name in front', () => {
		const { request } = mapping([field('more', {}, undefined, [field('a'), field('b')])], {
			'more.a': 'x',
			a: 'no',
		});
		expect(request.body).toEqual({ a: 'x' });
	});

	it('count only where the canvas shows them', () => {
		const shown = { kind: ['one', 'two'], other: [true] };
		const fields = [
			field('kind'),
			field('other', { read: toFlag }),
			field('a', {}, { show: shown }),
		];
		const bodyOf = (parameters: Record<string, unknown>) =>
			mapping(fields, { a: 'x', ...parameters }).request.body;
		expect(bodyOf({ kind: 'two', other: true })).toEqual({ kind: 'two', other: true, a: 'x' });
		expect(bodyOf({ kind: ' one ', other: 'ja' })).toEqual({ kind: 'one', other: true, a: 'x' });
		expect(bodyOf({ kind: 'three', other: true })).toEqual({ kind: 'three', other: true });
		expect(bodyOf({ kind: 'one', other: 'perhaps' })).toEqual({ kind: 'one' });
		expect(
			mapping([field('a', {}, { show: { kind: undefined } })], { a: 'x' }).request.body,
		).toBeUndefined();
	});

	it('are taken from where they stood before, where they are empty', () => {
		const fields = [field('a', { formerly: 'old.a' })];
		expect(mapping(fields, { a: 'x', 'old.a': 'y' }).request.body).toEqual({ a: 'x' });
		expect(
			mapping(fields, { a: { __rl: true, mode: 'id', value: '' }, 'old.a': 'y' }).request.body,
		).toEqual({ a: 'y' });
		expect(mapping([field('a')], { 'old.a': 'y' }).request.body).toBeUndefined();
	});

	it('are read with the way in which a locator names them', () => {
		const read = jest.fn(() => 'read');
		mapping([field('a', { read })], { a: { __rl: true, mode: 'email', value: 'x' } });
		expect(read).toHaveBeenCalledWith('x', expect.anything(), 'email');
	});

	it('whose expression cannot be evaluated are told of', () => {
		const { problems } = mapping([field('a'), field('b')], { a: new Error('odd.'), b: 'throw' });
		expect(problems).toEqual([
			{ displayName: 'A', finding: 'cannot be evaluated: odd', remedy: 'Correct its expression.' },
			{
				displayName: 'B',
				finding: 'cannot be evaluated: throw',
				remedy: 'Correct its expression.',
			},
		]);
	});

	it('whose object has to be found are filled in later', async () => {
		const found = new Reference(customer, companyName, 'Jan');
		const read = () => found;
		const { request } = mapping(
			[field('a', { read }), field('b', { read, place: 'path', apiName: 'a' })],
			{ a: 'x', b: 'x' },
		);
		expect(request).toEqual({ url: '/x/{a}/{apiA}', body: { a: found } });
		const { connection } = await connectTo(
			inOrder(json({ data: [{ id: 'cst_1', companyName: 'Jan' }] })),
		);
		await inFakeTime(resolveReferences(request, connection, { since: performance.now() }));
		expect(request).toEqual({ url: '/x/cst_1/{apiA}', body: { a: 'cst_1' } });
	});
});

describe('names on the canvas', () => {
	const plain = {
		property: { name: 'due', displayName: 'Due Date', type: 'string', default: '' },
		mapping: { apiName: 'dueAt', read: toText },
	};
	const rows = {
		property: {
			name: 'lines',
			displayName: 'Lines',
			type: 'fixedCollection',
			default: {},
			options: [
				{
					name: 'line',
					displayName: 'Line',
					values: [{ name: 'vatRate', displayName: 'VAT Rate', type: 'number', default: 0 }],
				},
				{ name: 'x', value: 'x' },
			],
		},
		mapping: { read: toText },
	};
	const query = {
		property: { name: 'page', displayName: 'Page', type: 'string', default: '' },
		mapping: { place: 'query', read: toText },
	};
	const steering = {
		property: { name: 'limit', displayName: 'Limit', type: 'number', default: 0 },
	};
	const nested = {
		property: { name: 'more', displayName: 'More', type: 'collection', default: {} },
		fields: [plain],
	};
	const fields = [steering, nested, rows, query] as never;

	it.each([
		['dueAt', 'Due Date'],
		['due', undefined],
		['limit', undefined],
		['page', 'Page'],
		['lines', 'Lines'],
		['lines.0.vatRate', 'Lines (1) > VAT Rate'],
		['lines[2][vatRate]', 'Lines (3) > VAT Rate'],
		['lines.1', 'Lines (2)'],
		['lines.1.other', 'Lines (2)'],
		['lines.x1.other', 'Lines'],
		['', undefined],
	])('of %j is %j', (name, displayName) => {
		expect(displayNameOf(fields, name)).toBe(displayName);
	});

	it('what is sent in the body is known by its name in the API', () => {
		expect(bodyNamesOf(fields)).toEqual(['dueAt', 'lines']);
	});
});
