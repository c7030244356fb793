import type { IDataObject } from 'n8n-workflow';
import { directoryOf } from '../../../nodes/shared/objects/directories';
import { findByKey } from '../../../nodes/shared/objects/findByKey';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { customer, type ListedPortal, listing, moment } from './listedPortal';

useFakeTime();

const { customer: object } = portalObjects;

const customers = (from: number, to: number): IDataObject[] =>
	Array.from({ length: to - from + 1 }, (_, index) => customer(from + index));

/** What is found by that e-mail address, and what was read for it. */
async function find(portal: ListedPortal, number: number) {
	portal.read();
	const key = { primaryEmail: `jan@x${number}.nl` };
	const { result, error } = await inFakeTime(
		findByKey(portal.connection, object, key, { since: performance.now() }),
	);
	return { ids: result?.matches.map(({ id }) => id), error, read: portal.read() };
}

/** A portal whose list of customers 1 to 9, in pages of three, was read some time ago. */
async function knownPortal(order: 'newestFirst' | 'oldestFirst'): Promise<ListedPortal> {
	const all = customers(1, 9);
	const portal = await listing(order === 'newestFirst' ? all.reverse() : all);
	await find(portal, 1);
	await pass(1000);
	return portal;
}

const page = (number: number): string => (number === 1 ? 'customers' : `customers?page=${number}`);
const pages = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => page(from + index));

describe('a list with the newest first', () => {
	it('is read up to the first object older than the newest that was known, and its first page once more', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.unshift(...customers(10, 13).reverse());
		expect(await find(portal, 10)).toMatchObject({
			ids: ['cst_10'],
			read: [...pages(1, 2), page(1)],
		});
	});

	it('is read on behind the newest that was known: what came in the same minute may stand there', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.splice(1, 0, customer(10, { createdAt: moment(9) }));
		portal.all.splice(2, 0, customer(11, { createdAt: moment(9) }));
		expect(await find(portal, 11)).toMatchObject({
			ids: ['cst_11'],
			read: [...pages(1, 2), page(1)],
		});
	});

	it.each([
		['up to 20 pages of what is new', 57, [...pages(1, 20), page(1)]],
		['as a whole where there is more', 60, [...pages(1, 20), ...pages(1, 23), page(1)]],
	])('is read %s', async (_name, count, read) => {
		const portal = await knownPortal('newestFirst');
		portal.all.unshift(...customers(10, 9 + count).reverse());
		expect(await find(portal, 10)).toMatchObject({ ids: ['cst_10'], read });
	});

	it('that shows nothing of what was known is another list, and is read as a whole', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.splice(0, 9, ...customers(20, 24).reverse());
		expect(await find(portal, 20)).toMatchObject({
			ids: ['cst_20'],
			read: [...pages(1, 2), ...pages(1, 2), page(1)],
		});
		expect(directoryOf(portal.connection, object).size).toBe(5);
	});

	it('is read as a whole where something came into its middle', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.splice(1, 0, customer(30, { createdAt: moment(8) }));
		const { ids, read } = await find(portal, 30);
		expect({ ids, read }).toEqual({ ids: ['cst_30'], read: [page(1), ...pages(1, 4), page(1)] });
	});

	it('is read as a whole where its newest end has lost the order', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.unshift(customer(10), customer(11));
		expect(await find(portal, 11)).toMatchObject({
			ids: ['cst_11'],
			read: [...pages(1, 2), page(1), ...pages(1, 4), page(1)],
		});
	});

	it('tells what was removed from its newest page', async () => {
		const portal = await knownPortal('newestFirst');
		portal.all.splice(1, 1);
		expect(await find(portal, 8)).toMatchObject({ ids: [], read: [page(1)] });
		expect(directoryOf(portal.connection, object).size).toBe(8);
	});

	it('tells nothing of what was made in the same minute as the last of its newest page', async () => {
		const all = customers(1, 9).reverse();
		Object.assign(all[3] as object, { createdAt: moment(7) });
		const portal = await listing(all);
		await find(portal, 1);
		await pass(1000);
		// The portal shows these two in whatever order.
		portal.all.splice(2, 2, ...portal.all.slice(2, 4).reverse());
		expect(await find(portal, 7)).toMatchObject({
			ids: ['cst_7'],
			read: [page(1), 'customers/cst_7'],
		});
	});

	it('is read as a whole where something is missing among several new pages', async () => {
		const portal = await knownPortal('newestFirst');
		// Customer 9 goes, and the two pages show 8 as the first that was known.
		portal.all.splice(0, 1, ...customers(10, 12).reverse());
		expect(await find(portal, 9)).toMatchObject({
			ids: [],
			read: [...pages(1, 2), page(1), ...pages(1, 4), page(1)],
		});
	});
});

describe('a list with the oldest first', () => {
	it('is read from the page that was its last', async () => {
		const portal = await knownPortal('oldestFirst');
		portal.all.push(...customers(10, 13));
		expect(await find(portal, 13)).toMatchObject({
			ids: ['cst_13'],
			read: [...pages(3, 5), page(3)],
		});
		await pass(1000);
		portal.all.push(customer(14));
		expect(await find(portal, 14)).toMatchObject({ ids: ['cst_14'], read: [page(5)] });
	});

	it('is read as a whole where its last page has moved on', async () => {
		const portal = await knownPortal('oldestFirst');
		portal.all.splice(0, 3);
		portal.all.push(...customers(10, 12));
		expect(await find(portal, 12)).toMatchObject({
			ids: ['cst_12'],
			read: [page(3), ...pages(1, 3), page(1)],
		});
	});

	it('is read as a whole where its last page is not there any more', async () => {
		const portal = await knownPortal('oldestFirst');
		portal.all.length = 6;
		expect(await find(portal, 9)).toMatchObject({
			ids: [],
			read: [page(3), ...pages(1, 2), page(1)],
		});
	});

	it('keeps its last page where one behind it is empty', async () => {
		const portal = await knownPortal('oldestFirst');
		portal.all.push(...customers(10, 12));
		portal.meanwhile = () => {
			// Another one takes back what it added, while the next page is asked for.
			if (portal.all.length === 12) portal.all.length = 9;
		};
		await find(portal, 12);
		await pass(1000);
		portal.meanwhile = () => undefined;
		portal.all.push(customer(13));
		expect((await find(portal, 13)).ids).toEqual(['cst_13']);
	});

	it('tells what was removed behind the first of its last page', async () => {
		const portal = await knownPortal('oldestFirst');
		portal.all.splice(7, 1);
		expect(await find(portal, 8)).toMatchObject({ ids: [], read: [page(3)] });
	});
});

describe('what this process made', () => {
	it('and the list does not show afterwards has it read as a whole', async () => {
		const portal = await knownPortal('newestFirst');
		directoryOf(portal.connection, object).note(customer(10), true);
		await pass(1000);
		expect(await find(portal, 10)).toMatchObject({
			ids: [],
			read: [page(1), ...pages(1, 3), page(1)],
		});
	});

	it('while its newest end was read is known, although no page shows it', async () => {
		const portal = await knownPortal('newestFirst');
		portal.meanwhile = () => {
			jest.advanceTimersByTime(1);
			directoryOf(portal.connection, object).note(customer(10), true);
			portal.meanwhile = () => undefined;
		};
		expect(await find(portal, 9)).toMatchObject({ ids: ['cst_9'], read: [page(1)] });
		expect(directoryOf(portal.connection, object).size).toBe(10);
	});
});
