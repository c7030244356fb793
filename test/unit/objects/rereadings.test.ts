import { directoryOf } from '../../../nodes/shared/objects/directories';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { inFakeTime, pass, useFakeTime } from '../fakeTime';
import { json } from '../scriptedConnection';
import { customer, listing } from './listedPortal';

useFakeTime();

const { customer: object } = portalObjects;

/** A portal with a few customers, and what reads one of them again. */
async function known() {
	const portal = await listing([customer(2), customer(1)]);
	const { rereadings } = directoryOf(portal.connection, object);
	return {
		portal,
		read: async (id: string, since = performance.now()) =>
			await rereadings.read(portal.connection, id, since),
	};
}

it('an object is read once for all who ask for it at the same time', async () => {
	const { portal, read } = await known();
	const { result } = await inFakeTime(Promise.all([read('cst_1'), read('cst_1'), read('cst_2')]));
	expect(result?.map((each) => each?.id)).toEqual(['cst_1', 'cst_1', 'cst_2']);
	expect(portal.read()).toEqual(['customers/cst_1', 'customers/cst_2']);
});

it('it is read again for whoever asks afterwards', async () => {
	const { portal, read } = await known();
	await inFakeTime(read('cst_1'));
	await inFakeTime(read('cst_1'));
	expect(portal.read()).toEqual(['customers/cst_1', 'customers/cst_1']);
});

it('it is read again for whoever needs it as it is after the first reading began', async () => {
	const { portal, read } = await known();
	portal.instead.push(json({}, 429, { 'retry-after': '5' }));
	const first = inFakeTime(read('cst_1'));
	await pass(1000);
	const later = read('cst_1');
	const last = read('cst_1');
	await first;
	await inFakeTime(Promise.all([later, last]));
	// Refused once, then for the first one, and once for both others.
	expect(portal.read()).toEqual(Array(3).fill('customers/cst_1'));
});

it('a reading that failed is tried again by the next one', async () => {
	const { portal, read } = await known();
	portal.instead.push(json({}, 403));
	const { error } = await inFakeTime(read('cst_1'));
	expect(error).toMatchObject({ status: 403 });
	expect((await inFakeTime(read('cst_1'))).result?.id).toBe('cst_1');
	expect(portal.read()).toHaveLength(2);
});

it('what is not there any more is nothing', async () => {
	const { read } = await known();
	const { result, error } = await inFakeTime(read('cst_9'));
	expect({ result, error }).toEqual({ result: undefined, error: undefined });
});

it.each([
	['five', 5, 3, true],
	['six', 6, 3, false],
	['eight', 8, 30, true],
	['nine', 9, 30, false],
	['twelve', 12, 31, true],
])(
	'%s of a short list are read one by one where that is worth it',
	async (_name, count, length, worth) => {
		const portal = await listing([]);
		const { rereadings } = directoryOf(portal.connection, object);
		const ids = Array.from({ length: count }, (_, index) => `cst_${index}`);
		const asked = [ids.slice(0, 2), ids.slice(1)].map((some) => rereadings.isWorth(some, length));
		expect((await inFakeTime(Promise.all(asked))).result).toEqual([worth, worth]);
		// What was asked for before counts no more.
		expect((await inFakeTime(rereadings.isWorth(['cst_1'], length))).result).toBe(true);
	},
);
