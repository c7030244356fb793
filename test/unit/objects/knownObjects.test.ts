import { alikeIn } from '../../../nodes/shared/objects/alike';
import { KnownObjects } from '../../../nodes/shared/objects/knownObjects';
import { createdAtOf, OrderWatch } from '../../../nodes/shared/objects/listOrder';
import { SearchWords } from '../../../nodes/shared/objects/searchWords';
import { moment } from './listedPortal';

describe('known objects', () => {
	const known = () => {
		const objects = new KnownObjects();
		objects.put({ id: 'a', name: 'One' }, 1);
		objects.put({ id: 'b', name: ' two  Words ' }, 2);
		objects.put({ id: 'c', name: 'one' }, 3, false);
		return objects;
	};

	it('are kept by ID, in order', () => {
		const objects = known();
		objects.put({ name: 'no ID' }, 4);
		objects.put({ id: 7 }, 4);
		expect(objects.size).toBe(3);
		expect(objects.ids).toEqual(['a', 'b', 'c']);
		expect([objects.has('a'), objects.has('x'), objects.has(7), objects.has(undefined)]).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(objects.get('a')).toEqual({ object: { id: 'a', name: 'One' }, seenAt: 1 });
		expect(objects.get('x')).toBeUndefined();
		expect([...objects.from(1)].map(({ id }) => id)).toEqual(['b', 'c']);
		expect([...objects.from(3)]).toEqual([]);
	});

	it('keep every character', () => {
		const objects = new KnownObjects();
		const object = { id: 'a', name: 'é€😀\u0100\u00ff"' };
		objects.put(object, 1);
		expect(objects.get('a')?.object).toEqual(object);
	});

	it('are found by the values of their fields, also of those that change', () => {
		const objects = known();
		expect(objects.idsWith('name', 'ONE ')).toEqual(['a', 'c']);
		expect(objects.idsWith('name', 'two words')).toEqual(['b']);
		expect(objects.idsWith('name', 'x')).toEqual([]);
		expect(objects.valuesOf('name')).toEqual(['one', 'two words']);
		objects.put({ id: 'a', name: 'x' }, 5);
		objects.put({ id: 'd', name: 'one' }, 5);
		expect(objects.idsWith('name', 'one')).toEqual(['c', 'd']);
		expect(objects.idsWith('name', 'x')).toEqual(['a']);
		expect(objects.ids).toEqual(['a', 'b', 'c', 'd']);
		objects.remove('b');
		objects.remove('x');
		objects.remove(7);
		expect(objects.valuesOf('name')).toEqual(['one', 'x']);
		expect(objects.size).toBe(3);
	});

	it('may lack a field, which only counts where the list has shown it', () => {
		const objects = known();
		expect(objects.someLack('name')).toBe(false);
		objects.put({ id: 'd' }, 1, false);
		expect(objects.someLack('name')).toBe(false);
		expect(objects.valuesOf('name')).toEqual(['one', 'two words']);
		objects.put({ id: 'd' }, 1);
		expect(objects.someLack('name')).toBe(true);
		objects.put({ id: 'd', name: null }, 1);
		expect(objects.someLack('name')).toBe(false);
		expect(objects.idsWith('name', '')).toEqual(['d']);
	});

	it('know what the list has shown, once and for all', () => {
		const objects = known();
		expect(['a', 'c', 'x'].map((id) => objects.isListed(id))).toEqual([true, false, false]);
		objects.put({ id: 'a' }, 2, false);
		objects.put({ id: 'c' }, 2);
		expect(['a', 'c'].map((id) => objects.isListed(id))).toEqual([true, true]);
	});

	it('are put to the end as they were seen last', () => {
		const objects = known();
		objects.putLast({ id: 'a', name: 'newer' }, 5);
		expect(objects.ids).toEqual(['b', 'c', 'a']);
		expect(objects.get('a')).toEqual({ object: { id: 'a', name: 'newer' }, seenAt: 5 });
		objects.putLast({ id: 'b', name: 'older' }, 1);
		expect(objects.get('b')).toEqual({ object: { id: 'b', name: ' two  Words ' }, seenAt: 2 });
		objects.putLast({ id: 'c', name: 'same moment' }, 3);
		expect(objects.get('c')?.object.name).toBe('same moment');
		objects.putLast({ id: 'd' }, 1);
		expect(objects.ids).toEqual(['a', 'b', 'c', 'd']);
		expect(objects.isListed('c')).toBe(true);
	});

	it('can be turned round', () => {
		const objects = known();
		objects.idsWith('name', 'one');
		const reversed = objects.reversed();
		expect(reversed.ids).toEqual(['c', 'b', 'a']);
		expect(reversed.idsWith('name', 'one')).toEqual(['c', 'a']);
		expect(reversed.isListed('c')).toBe(false);
		expect(objects.ids).toEqual(['a', 'b', 'c']);
	});
});

describe('what is alike', () => {
	const alike = (value: unknown, ...names: unknown[]) => {
		const objects = new KnownObjects();
		names.forEach((name, index) => objects.put({ id: String(index), name } as never, 1));
		return alikeIn(objects, 'name', value).map(({ name }) => name);
	};

	it.each([
		// A third of ten letters, rounded down, may differ.
		['abcdefghij', 'abcdefgXYZ', true],
		['abcdefghij', 'abcdefWXYZ', false],
		['abcdefghij', 'abcdefg', true],
		['abcdefghij', 'abcdef', false],
		['abcdefghij', 'XYZabcdefghij', true],
		['abcdefghij', 'WXYZabcdefghij', false],
		['abcdefghij', 'bcdefghijX', true],
		['abc', 'abX', true],
		['abc', 'aXY', false],
		['ab', 'aX', true],
		['a', 'X', true],
		['ABC', ' abc ', true],
		['abc', '', false],
		['abc', null, false],
	])('%j and %j: %p', (value, name, expected) => {
		expect(alike(value, name)).toEqual(expected ? [name] : []);
	});

	it('comes in the order of how much differs, three at most', () => {
		expect(
			alike('abcdefghij', 'abcdefgXYZ', 'abcdefghiX', 'abcdefghXY', 'abcdefghij', 'abcdefgXYX'),
		).toEqual(['abcdefghij', 'abcdefghiX', 'abcdefghXY']);
	});
});

describe('the order of a list', () => {
	const orderOf = (...minutes: Array<number | undefined>) => {
		const watch = new OrderWatch();
		for (const minute of minutes)
			watch.add(minute === undefined ? {} : { createdAt: moment(minute) });
		return watch;
	};

	it.each([
		[[1, 2, 3, 4, 5], 'oldestFirst'],
		[[5, 4, 3, 2, 1], 'newestFirst'],
		[[1, 1, 2, 2, 3, 4, 5], 'oldestFirst'],
		[[5, 5, 4, 3, 3, 2, 1], 'newestFirst'],
		[[1, 2, 3, 4], 'neither'],
		[[4, 3, 2, 1], 'neither'],
		[[1, 2, 3, 2, 5, 6], 'neither'],
		[[1, 1, 1, 1, 1, 1], 'neither'],
		[[1, 2, undefined, 3, 4, 5, 6], 'neither'],
		[[], 'neither'],
	])('%j is %s', (minutes, order) => {
		expect(orderOf(...minutes).order).toBe(order);
	});

	it('goes along with when the newest was made', () => {
		expect(orderOf(3, 9, undefined, 4).newest).toBe(Date.parse(moment(9)));
		expect(orderOf().newest).toBe(-Infinity);
		expect(createdAtOf({ createdAt: 7 })).toBeNaN();
		expect(createdAtOf({})).toBeNaN();
	});
});

describe('what is typed into a search', () => {
	it.each([
		['', [], true],
		[undefined, [], true],
		['cafe', ['Café De Kat'], true],
		['CAFÉ kat', ['cafe', 'de kat'], true],
		['kat hond', ['cafe', 'de kat'], false],
		['fede', ['cafe', 'de kat'], false],
		['12', [12], false],
		['cst_ab', [], true],
		['CST_AB', [], true],
		['st_ab', [], false],
		['cst', [], false],
		['abc', [], false],
	])('%j is in %j: %p', (typed, texts, expected) => {
		expect(new SearchWords(typed).areIn(texts, 'cst_abc')).toBe(expected);
	});

	it('may be nothing', () => {
		expect(['', ' ', undefined].map((typed) => new SearchWords(typed).isEmpty)).toEqual([
			true,
			true,
			true,
		]);
		expect(new SearchWords('a').isEmpty).toBe(false);
	});
});
