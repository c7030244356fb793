import { directoryOf, noteInDirectory } from '../../../nodes/shared/objects/directories';
import { findByKey, type FindOptions, type Key } from '../../../nodes/shared/objects/findByKey';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { Stop } from '../../../nodes/shared/transport/stop';
import { type Ended, inFakeTime, pass, useFakeTime } from '../fakeTime';
import { json } from '../scriptedConnection';
import { customer, type ListedPortal, listing } from './listedPortal';

useFakeTime();

const MINUTE = 60_000;

/** Customers in pages of three, the newest first unless they are turned round. */
const newestFirst = (count: number) =>
	Array.from({ length: count }, (_, index) => customer(count - index));

type Found = Ended<string[]> & { searched?: number; alike?: unknown[] };

/** The IDs that a key finds. */
async function find(
	{ connection }: ListedPortal,
	key: Key,
	options: Partial<FindOptions> = {},
): Promise<Found> {
	const { result, ...ended } = await inFakeTime(
		findByKey(connection, portalObjects.customer, key, { since: performance.now(), ...options }),
	);
	if (result === undefined) return ended;
	const { matches, searched, alike } = result;
	return {
		...ended,
		result: matches.map(({ id }) => String(id)),
		searched,
		alike: alike.map(({ id }) => id),
	};
}

/** A whole list: its pages, and the first one once more. */
const wholeList = (pages: number): string[] => [
	'customers',
	...Array.from({ length: pages - 1 }, (_, index) => `customers?page=${index + 2}`),
	...(pages > 1 ? ['customers'] : []),
];

const email = (number: number): Key => ({ primaryEmail: `jan@x${number}.nl` });

describe('what people know an object by', () => {
	it('finds it in the list, in whatever case and with whatever spaces', async () => {
		const portal = await listing(newestFirst(7));
		expect(await find(portal, { primaryEmail: ' JAN@x3.nl ' })).toMatchObject({
			result: ['cst_3'],
			searched: 7,
			alike: [],
		});
		expect(portal.read()).toEqual(wholeList(3));
	});

	it('has to be shown as a whole', async () => {
		const portal = await listing([
			customer(3, { companyName: 'A', city: 'X' }),
			customer(2, { companyName: 'A', city: 'Y' }),
			customer(1, { companyName: 'B', city: 'Y' }),
		]);
		expect((await find(portal, { companyName: 'a', city: 'y' })).result).toEqual(['cst_2']);
		expect((await find(portal, { companyName: 'a' })).result?.sort()).toEqual(['cst_2', 'cst_3']);
	});

	it.each([[{}], [{ companyName: '' }], [{ companyName: 'Firma 1', primaryEmail: ' ' }]])(
		'finds nothing where it is %j',
		async (key) => {
			expect((await find(await listing(newestFirst(2)), key)).result).toEqual([]);
		},
	);

	it('settles nothing where the list does not show it of each', async () => {
		const { companyName: _name, ...nameless } = customer(1);
		const { error } = await find(await listing([customer(2), nameless]), { companyName: 'x' });
		expect(error).toMatchObject({
			message: 'the list of customers does not show the companyName of each',
			description: 'Use By ID.',
		});
	});

	it('tells what a person may have meant, the most alike first, three at most', async () => {
		const names = [
			'Bakkerij Jansen',
			'Bakkerij Janssen',
			'Bakkerij Jansens',
			'Bakker Jansen',
			'Slager',
		];
		const portal = await listing(
			names.map((companyName, index) => customer(9 - index, { companyName })),
		);
		const { result, alike } = await find(portal, { companyName: 'bakkerij jansn' });
		expect(result).toEqual([]);
		expect(alike).toHaveLength(3);
		expect(alike?.[0]).toBe('cst_9');
		expect(alike).not.toContain('cst_5');
		expect((await find(portal, { companyName: 'Slager' })).alike).toEqual([]);
		expect((await find(portal, { companyName: 'Slagen' })).alike).toEqual(['cst_5']);
		expect((await find(portal, { companyName: 'Slanen' })).alike).toEqual([]);
	});
});

describe('what was read', () => {
	it('is read once for all who look at the same time', async () => {
		const portal = await listing(newestFirst(7));
		const all = await Promise.all([
			find(portal, email(1)),
			find(portal, email(2)),
			find(portal, email(9)),
		]);
		expect(all.map(({ result }) => result)).toEqual([['cst_1'], ['cst_2'], []]);
		expect(portal.read()).toEqual(wholeList(3));
	});

	it('is not read again for who began before', async () => {
		const portal = await listing(newestFirst(7));
		const since = performance.now();
		await find(portal, email(1), { since });
		portal.read();
		expect((await find(portal, email(1), { since })).result).toEqual(['cst_1']);
		expect(portal.read()).toEqual([]);
	});

	it('is brought in step by its newest end, and what matches is read again', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		portal.read();
		await pass(1000);
		portal.all.unshift(customer(8));
		expect((await find(portal, email(8))).result).toEqual(['cst_8']);
		expect(portal.read()).toEqual(['customers']);
		await pass(1000);
		expect((await find(portal, email(1))).result).toEqual(['cst_1']);
		expect(portal.read()).toEqual(['customers', 'customers/cst_1']);
	});

	it('is brought in step from its other end where that is the newest', async () => {
		const portal = await listing(newestFirst(7).reverse());
		await find(portal, email(1));
		portal.read();
		await pass(1000);
		portal.all.push(customer(8), customer(9), customer(10));
		expect((await find(portal, email(10))).result).toEqual(['cst_10']);
		const lines = ['customers?page=3', 'customers?page=4', 'customers?page=3'];
		expect(portal.read()).toEqual(lines);
		await pass(1000);
		expect((await find(portal, email(2))).result).toEqual(['cst_2']);
		expect(portal.read()).toEqual(['customers?page=4', 'customers/cst_2']);
	});

	it.each([
		['without an order', [3, 1, 5, 2, 7, 4, 6]],
		['whose order may be chance', [4, 3, 2, 1]],
	])('%s is read as a whole', async (_name, numbers) => {
		const portal = await listing(numbers.map((number) => customer(number)));
		await find(portal, email(1));
		const pages = portal.read().length;
		await pass(1000);
		portal.all.splice(1, 0, customer(9));
		expect((await find(portal, email(9))).result).toEqual(['cst_9']);
		expect(portal.read().length).toBeGreaterThanOrEqual(pages);
	});

	it('is forgotten after ten minutes', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		portal.read();
		await pass(10 * MINUTE);
		await find(portal, email(9));
		expect(portal.read()).toEqual(['customers']);
		const other = await listing(newestFirst(7));
		await find(other, email(1));
		other.read();
		await pass(10 * MINUTE + 1);
		await find(other, email(1));
		expect(other.read()).toEqual(wholeList(3));
	});

	it('is read as a whole again for who would say that something is not there', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		portal.read();
		await pass(1000);
		Object.assign(portal.all[6] as object, { primaryEmail: 'new@x.nl' });
		expect((await find(portal, { primaryEmail: 'new@x.nl' })).result).toEqual([]);
		portal.read();
		await pass(1000);
		const thorough = await find(portal, { primaryEmail: 'new@x.nl' }, { isThorough: true });
		expect(thorough.result).toEqual(['cst_1']);
		expect(portal.read()).toEqual(['customers', ...wholeList(3)]);
	});

	it('is read as a whole again where what matched was changed', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		await pass(1000);
		Object.assign(portal.all[6] as object, { primaryEmail: 'new@x.nl' });
		Object.assign(portal.all[5] as object, { primaryEmail: 'jan@x1.nl' });
		portal.read();
		expect((await find(portal, email(1))).result).toEqual(['cst_2']);
		expect(portal.read().slice(0, 2)).toEqual(['customers', 'customers/cst_1']);
	});

	it('does not show what was removed', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		await pass(1000);
		portal.all.splice(6, 1);
		expect((await find(portal, email(1))).result).toEqual([]);
		await pass(1000);
		portal.all.splice(1, 1);
		expect((await find(portal, email(6))).result).toEqual([]);
	});

	it('is read as a whole where more match than are worth reading one by one', async () => {
		for (const [matching, isWorth] of [
			[8, true],
			[9, false],
		] as const) {
			const all = newestFirst(30).map((each, index) => ({
				...each,
				companyName: 30 - index <= matching ? 'Same' : 'Other',
			}));
			const portal = await listing(all, 5);
			await find(portal, { companyName: 'same' });
			portal.read();
			await pass(1000);
			expect((await find(portal, { companyName: 'same' })).result).toHaveLength(matching);
			const read = portal.read();
			expect(read.filter((line) => line.includes('/'))).toHaveLength(isWorth ? matching : 0);
			expect(read).toHaveLength(isWorth ? matching + 1 : 8);
		}
	});
});

describe('a newest end that does not fit is no reason to believe it', () => {
	it.each([
		[
			'something came into the middle',
			(all: object[]) => all.splice(2, 0, customer(5.5 as number, { id: 'cst_x' })),
		],
		['it is not in order', (all: object[]) => all.splice(0, 2, customer(6), customer(7))],
		['it is another list', (all: object[]) => all.splice(0, 7, ...newestFirst(40).slice(0, 30))],
		['nothing is left', (all: object[]) => all.splice(0, 7)],
	])('%s', async (_name, change) => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		await pass(1000);
		change(portal.all);
		portal.read();
		const { result } = await find(portal, { primaryEmail: 'nobody@x.nl' });
		expect(result).toEqual([]);
		const lines = portal.read();
		const whole = wholeList(Math.max(1, Math.ceil(portal.all.length / 3)));
		expect(lines.slice(-whole.length)).toEqual(whole);
		expect(lines.length).toBeGreaterThan(whole.length);
	});
});

describe('what this process makes', () => {
	const { customer: object } = portalObjects;

	it('is known at once, and belongs to the list only when the list shows it', async () => {
		const portal = await listing(newestFirst(7));
		const since = performance.now();
		await find(portal, email(1), { since });
		noteInDirectory(portal.connection, object, customer(8), { isNew: true });
		portal.read();
		expect((await find(portal, email(8), { since })).result).toEqual(['cst_8']);
		expect(portal.read()).toEqual([]);
		// Nothing that is new is asked for of what the list has not shown.
		noteInDirectory(portal.connection, object, { id: 'cst_9' }, { isNew: true });
		expect((await find(portal, email(8), { since })).result).toEqual(['cst_8']);
	});

	it('keeps what the answer does not show', async () => {
		const portal = await listing(newestFirst(7));
		const since = performance.now();
		await find(portal, email(1), { since });
		const change = { companyName: 'Anders', nested: { a: 1 } };
		noteInDirectory(portal.connection, object, { id: 'cst_1' }, { change, isNew: false });
		expect((await find(portal, { companyName: 'anders' }, { since })).result).toEqual(['cst_1']);
		expect((await find(portal, email(1), { since })).result).toEqual(['cst_1']);
		const known = directoryOf(portal.connection, object).knownSoFar?.get('cst_1')?.object;
		expect(known).toEqual({ ...customer(1), companyName: 'Anders' });
	});

	it('is not noted where nothing is known', async () => {
		const portal = await listing(newestFirst(7));
		noteInDirectory(portal.connection, object, customer(8), { isNew: true });
		const directory = directoryOf(portal.connection, object);
		directory.note(customer(8), true);
		expect(directory.size).toBe(0);
		await find(portal, email(1));
		directory.note({ id: 'cst_77', companyName: 'x' }, false);
		directory.note({ companyName: 'x' }, true);
		expect(directory.size).toBe(7);
	});

	it('is not lost while the list is being read', async () => {
		const portal = await listing(newestFirst(7));
		const directory = directoryOf(portal.connection, object);
		await inFakeTime(directory.advance(portal.connection, {}));
		await pass(1);
		directory.note(customer(8), true);
		directory.note({ id: 'cst_1', companyName: 'not known yet' }, false);
		directory.note({ id: 'cst_7', companyName: 'Nieuw' }, false);
		const since = performance.now();
		const { result } = await find(portal, email(8), { since: since - 1000 });
		expect(result).toEqual(['cst_8']);
		expect(directory.knownSoFar?.get('cst_7')?.object.companyName).toBe('Nieuw');
		expect(directory.knownSoFar?.get('cst_1')?.object.companyName).toBe('Firma 1');
	});
});

describe('a list that cannot be read', () => {
	it('is tried again by the next one', async () => {
		const portal = await listing(newestFirst(7));
		portal.instead.push(json({}, 403));
		expect((await find(portal, email(1))).error).toMatchObject({ status: 403 });
		expect(directoryOf(portal.connection, portalObjects.customer).failedAt).toBeLessThanOrEqual(
			performance.now(),
		);
		expect((await find(portal, email(1))).result).toEqual(['cst_1']);
	});

	it('is not read in a circle', async () => {
		const portal = await listing([]);
		const same = (page: number) =>
			json({
				data: [customer(1)],
				next_page_url: `https://portal.example/v1/customers?page=${page}`,
			});
		portal.instead.push(...Array.from({ length: 20 }, (_, index) => same(index + 2)));
		const { error } = await find(portal, email(1));
		expect(error).toMatchObject({
			message: 'The API shows the same customers on page after page, so their list would never end',
		});
		expect(portal.read()).toHaveLength(11);
	});

	it('is read on when others add whole pages between its pages', async () => {
		const portal = await listing(newestFirst(7));
		// Each time the next page shows what the one before showed.
		portal.meanwhile = (pages) => {
			const next = portal.all.length + 1;
			if (pages <= 4) portal.all.unshift(customer(next + 2), customer(next + 1), customer(next));
		};
		expect((await find(portal, email(1))).result).toEqual(['cst_1']);
	});

	it('is too long with more than 20,000 objects, and is not read again at once', async () => {
		const portal = await listing(
			Array.from({ length: 20_001 }, (_, index) => customer(index)),
			20_001,
		);
		const { error } = await find(portal, email(1));
		expect(error).toMatchObject({
			message: 'There are more than 20000 customers, too many to look through',
			description: 'Use By ID.',
		});
		expect(portal.read()).toHaveLength(1);
		expect((await find(portal, email(1))).error).toBe(error);
		expect(portal.read()).toEqual([]);
		await pass(10 * MINUTE);
		portal.all.length = 3;
		expect((await find(portal, email(1))).result).toEqual(['cst_1']);
	});

	it('of objects that cannot be read one by one fails for them', async () => {
		const portal = await listing(newestFirst(7));
		await find(portal, email(1));
		await pass(1000);
		portal.instead.push(
			json({
				data: newestFirst(7).slice(0, 3),
				next_page_url: 'https://portal.example/v1/customers?page=2',
			}),
			json({}, 403),
		);
		expect((await find(portal, email(1))).error).toMatchObject({ status: 403 });
	});
});

it('ends with the execution', async () => {
	const portal = await listing(newestFirst(7));
	portal.instead.push('nothing');
	const stop = new Stop();
	const finding = find(portal, email(1), { stop });
	await pass(100);
	stop.now(new Error('enough'));
	expect(await finding).toMatchObject({ error: new Error('enough'), took: 100 });
	expect(directoryOf(portal.connection, portalObjects.customer).isIdle).toBe(true);
	const stopped = await find(await listing(newestFirst(7)), email(1), { stop });
	expect(stopped.error).toEqual(new Error('enough'));
});

describe('directories', () => {
	it('are one for each list of each token', async () => {
		const [one, other] = [await listing([]), await listing([])];
		const { customer: object, invoice } = portalObjects;
		const directory = directoryOf(one.connection, object);
		expect(directoryOf(one.connection, object)).toBe(directory);
		expect(directoryOf(other.connection, object)).not.toBe(directory);
		expect(directoryOf(one.connection, invoice)).not.toBe(directory);
		expect(directoryOf(one.connection, object, '/other')).not.toBe(directory);
		expect(directoryOf(one.connection, { ...object, query: { a: 1 } })).not.toBe(directory);
		expect(directoryOf(one.connection, { ...object, heldIn: 'x' })).not.toBe(directory);
	});

	it('that hold nothing are forgotten when there are a hundred', async () => {
		const { connection } = await listing([]);
		const { customer: object } = portalObjects;
		const empty = directoryOf(connection, object, '/empty');
		for (let count = 0; count < 99; count++) directoryOf(connection, object, `/${count}`);
		expect(directoryOf(connection, object, '/empty')).toBe(empty);
		directoryOf(connection, object, '/one-more');
		expect(directoryOf(connection, object, '/empty')).not.toBe(empty);
	});

	it('hold 50,000 objects in all: what was read longest ago is forgotten', async () => {
		const { customer: object } = portalObjects;
		const directories = [];
		for (let count = 0; count < 4; count++) {
			const portal = await listing(
				Array.from({ length: 15_000 }, (_, index) => customer(index)),
				15_000,
			);
			await find(portal, email(1));
			directories.push(directoryOf(portal.connection, object));
			await pass(1);
		}
		expect(directories.map(({ size }) => size)).toEqual([0, 15_000, 15_000, 15_000]);
	});
});
