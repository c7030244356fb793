import { type Place, type Urgency, WaitingLine } from '../../../nodes/shared/transport/waitingLine';

const place = (execution: unknown, order: number, urgency: Urgency = 'item'): Place => ({
	execution,
	order,
	urgency,
});

function lineOf(...places: Place[]): WaitingLine<Place> {
	const line = new WaitingLine<Place>();
	for (const each of places) line.add(each);
	return line;
}

/** What comes out of the line: `a1`. */
function takeAll(line: WaitingLine<Place>): string[] {
	const taken: string[] = [];
	for (let next = line.take(); next !== undefined; next = line.take()) {
		taken.push(`${String(next.execution)}${next.order}`);
	}
	return taken;
}

it('lets executions take turns, one request each, and keeps the order within one', () => {
	const line = lineOf(place('a', 1), place('a', 2), place('a', 3), place('b', 1), place('c', 1));
	expect(takeAll(line)).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

it('puts what is sent again back to its place, behind what has the same', () => {
	const line = lineOf(place('a', 2), place('a', 4), place('a', 1), place('a', 3));
	const [first, second] = [place('a', 2), place('a', 2)];
	line.add(first);
	line.add(second);
	expect(line.all().map(({ order }) => order)).toEqual([1, 2, 2, 2, 3, 4]);
	expect(line.all()[2]).toBe(first);
	expect(line.all()[3]).toBe(second);
});

it('lets a person go first, then what finds out about a doubt, then items', () => {
	const line = lineOf(place('i', 1), place('l', 1, 'lookUp'), place('p', 1, 'person'));
	expect(line.all().map(({ execution }) => execution)).toEqual(['p', 'l', 'i']);
	expect(takeAll(line)).toEqual(['p1', 'l1', 'i1']);
});

it('passes items over three times at most', () => {
	const urgent = [1, 2, 3, 4, 5, 6, 7, 8].map((order) => place('p', order, 'person'));
	const line = lineOf(...urgent, place('i', 1), place('i', 2));
	expect(takeAll(line)).toEqual(['p1', 'p2', 'p3', 'i1', 'p4', 'p5', 'p6', 'i2', 'p7', 'p8']);
});

it('counts only what items are passed over by', () => {
	const line = lineOf(...[1, 2, 3].map((order) => place('p', order, 'person')));
	expect(takeAll(line)).toHaveLength(3);
	for (const order of [4, 5]) line.add(place('p', order, 'person'));
	line.add(place('i', 1));
	expect(takeAll(line)).toEqual(['p4', 'p5', 'i1']);
	for (const order of [6, 7, 8]) line.add(place('l', order, 'lookUp'));
	line.add(place('i', 2));
	expect(takeAll(line)).toEqual(['l6', 'l7', 'l8', 'i2']);
});

it('takes a request out wherever it stands, and nothing else', () => {
	const [one, two, other] = [place('a', 1), place('a', 2), place('b', 1, 'person')];
	const line = lineOf(one, two, other);
	line.remove(place('a', 1));
	line.remove(place('c', 1));
	expect(line.all()).toEqual([other, one, two]);
	line.remove(two);
	expect(line.all()).toEqual([other, one]);
	line.remove(other);
	line.remove(other);
	expect(line.all()).toEqual([one]);
	expect(line.isEmpty).toBe(false);
	line.remove(one);
	expect(line.isEmpty).toBe(true);
	expect(line.take()).toBeUndefined();
});

it('is empty when the last one was taken', () => {
	const line = lineOf(place('a', 1, 'lookUp'));
	expect(line.isEmpty).toBe(false);
	line.take();
	expect(line.isEmpty).toBe(true);
	expect(line.all()).toEqual([]);
});
