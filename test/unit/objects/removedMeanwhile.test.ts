import type { IDataObject } from 'n8n-workflow';
import { directoryOf } from '../../../nodes/shared/objects/directories';
import { findByKey } from '../../../nodes/shared/objects/findByKey';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { json } from '../scriptedConnection';
import { customer, type ListedPortal, listing } from './listedPortal';

useFakeTime();

const { customer: object } = portalObjects;
const ORDERS = ['newestFirst', 'oldestFirst'] as const;

/** Three pages of customers, of which the last has one. */
function inOrder(order: (typeof ORDERS)[number], count = 7): IDataObject[] {
	const all = Array.from({ length: count }, (_, index) => customer(index + 1));
	return order === 'newestFirst' ? all.reverse() : all;
}

const PAGES = ['customers', 'customers?page=2', 'customers?page=3'];

async function find({ connection }: ListedPortal, number: number, since = performance.now()) {
	const key = { primaryEmail: `jan@x${number}.nl` };
	const { result, error } = await inFakeTime(findByKey(connection, object, key, { since }));
	return { ids: result?.matches.map(({ id }) => id), searched: result?.searched, error };
}

/** The number of the customer at that place of the list. */
const numberAt = ({ all }: ListedPortal, place: number): number =>
	Number(String(all[place]?.id).slice('cst_'.length));

describe.each(ORDERS)(
	'a list that is %s, from which something is removed while it is read',
	(order) => {
		it('is read again, and shows what slipped onto a page that was read', async () => {
			const portal = await listing(inOrder(order));
			const slipping = numberAt(portal, 3);
			portal.meanwhile = (pages) => pages === 1 && portal.all.shift();
			expect(await find(portal, slipping)).toMatchObject({ ids: [`cst_${slipping}`], searched: 6 });
			// Six customers are left, on two pages.
			expect(portal.read()).toEqual([
				'customers',
				PAGES[1],
				'customers',
				PAGES[0],
				PAGES[1],
				PAGES[0],
			]);
		});

		it('does not show what was removed', async () => {
			const portal = await listing(inOrder(order));
			const removed = numberAt(portal, 1);
			portal.meanwhile = (pages) => pages === 3 && portal.all.splice(1, 1);
			expect(await find(portal, removed)).toMatchObject({ ids: [], searched: 6 });
		});

		it('is kept in step from its newest end as ever', async () => {
			const portal = await listing(inOrder(order, 8));
			portal.meanwhile = (pages) => pages === 2 && portal.all.shift();
			await find(portal, 5);
			portal.read();
			await pass(1000);
			const added = customer(20);
			if (order === 'newestFirst') portal.all.unshift(added);
			else portal.all.push(added);
			expect((await find(portal, 20)).ids).toEqual(['cst_20']);
			expect(portal.read()).toEqual([order === 'newestFirst' ? PAGES[0] : PAGES[2]]);
		});

		it('is given up after three readings, for all who wait, and begun anew by the next one', async () => {
			const portal = await listing(inOrder(order, 12));
			portal.meanwhile = (pages) => pages < 14 && pages % 4 === 1 && portal.all.shift();
			const since = performance.now();
			const both = await Promise.all([find(portal, 11, since), find(portal, 10, since)]);
			for (const { error } of both) {
				expect(error).toMatchObject({
					message:
						'Objects were removed each time that the list was read, 3 times in a row, so some may be missing',
					description: 'Run again when nothing is removed in the portal.',
				});
			}
			expect(portal.read().filter((line) => line === 'customers?page=2')).toHaveLength(3);
			expect(directoryOf(portal.connection, object).size).toBe(0);
			portal.meanwhile = () => undefined;
			expect((await find(portal, 7)).ids).toEqual(['cst_7']);
		});
	},
);

it('what is added while a list is read is no reason to read it again', async () => {
	const portal = await listing(inOrder('newestFirst'));
	portal.meanwhile = (pages) => pages === 2 && portal.all.unshift(customer(8));
	expect((await find(portal, 1)).ids).toEqual(['cst_1']);
	expect(portal.read()).toEqual([...PAGES, 'customers']);
	await pass(1000);
	expect((await find(portal, 8)).ids).toEqual(['cst_8']);
	expect(portal.read()).toEqual(['customers']);
});

it('what is added beside something made in the same second is no reason either, whichever stands first', async () => {
	const portal = await listing(inOrder('newestFirst'));
	portal.meanwhile = (pages) => pages === 2 && portal.all.splice(1, 0, customer(8));
	expect((await find(portal, 1)).ids).toEqual(['cst_1']);
	expect(portal.read()).toEqual([...PAGES, 'customers']);
});

it('a list of one page is read once', async () => {
	const portal = await listing(inOrder('newestFirst', 3));
	await find(portal, 1);
	expect(portal.read()).toEqual(['customers']);
});

it('a first page that cannot be read again is asked for by the next one', async () => {
	const portal = await listing(inOrder('newestFirst'));
	portal.meanwhile = (pages) => pages === 3 && portal.instead.push(json({}, 403));
	const since = performance.now();
	expect((await find(portal, 1, since)).error).toMatchObject({ status: 403 });
	portal.read();
	expect((await find(portal, 1, since)).ids).toEqual(['cst_1']);
	expect(portal.read()).toEqual(['customers']);
});

it('what this process makes and changes meanwhile is known in the end, and as the list shows it', async () => {
	const portal = await listing(inOrder('newestFirst'));
	const directory = directoryOf(portal.connection, object);
	const since = performance.now();
	portal.meanwhile = (pages) => {
		jest.advanceTimersByTime(1);
		if (pages === 5) directory.note(customer(10), true);
		if (pages !== 2) return;
		// Made and removed again: it is in no list any more.
		directory.note(customer(9), true);
		directory.note({ id: 'cst_6', companyName: 'Changed here' }, false);
		portal.all.shift();
		Object.assign(portal.all[0] as object, { companyName: 'Changed after that' });
	};
	expect((await find(portal, 10, since)).ids).toEqual(['cst_10']);
	expect((await find(portal, 9, since)).ids).toEqual([]);
	expect(directory.knownSoFar?.get('cst_6')?.object.companyName).toBe('Changed after that');
	expect(directory.wholeSince).toBeGreaterThan(since);
});

it('whoever looks as the pages come is shown all of them again', async () => {
	const portal = await listing(inOrder('newestFirst'));
	portal.meanwhile = (pages) => pages === 1 && portal.all.shift();
	const seen: unknown[][] = [];
	const look = async (): Promise<void> => {
		const directory = directoryOf(portal.connection, object);
		for await (const objects of directory.portions(portal.connection, performance.now())) {
			if (objects.length > 0) seen.push(objects.map(({ id }) => Number(String(id).slice(4))));
		}
	};
	await inFakeTime(look());
	expect(seen).toEqual([
		[7, 6, 5],
		[3, 2, 1],
		[6, 5, 4],
		[3, 2, 1],
	]);
});

describe('the newest end, over several pages', () => {
	it.each(ORDERS)('that loses something while it is read is not believed, %s', async (order) => {
		const portal = await listing(inOrder(order, 6));
		await find(portal, 1);
		portal.read();
		await pass(1000);
		const added = [7, 8, 9, 10].map((number) => customer(number));
		if (order === 'newestFirst') portal.all.unshift(...added.reverse());
		else portal.all.push(...added);
		// The last one of the first page that is read goes, so that the next one takes its place.
		let isFirst = true;
		portal.meanwhile = () => {
			if (isFirst) portal.all.splice(order === 'newestFirst' ? 2 : 5, 1);
			isFirst = false;
		};
		expect((await find(portal, 7)).ids).toEqual(['cst_7']);
		expect(portal.read().length).toBeGreaterThan(4);
	});
});
