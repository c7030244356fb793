import { compare } from '../../../nodes/MijnKlantportaalTrigger/registration/comparison';

const base = 'https://n8n.example/webhook/1/webhook';
const record = (id: string, type: string, secret?: string, url = `${base}?event=${type}`) => ({
	id,
	type,
	url,
	...(secret === undefined ? {} : { secret }),
});
const stored = (id: string, type: string) => ({ ...record(id, type), secret: 'stored' });

it('uses the listed record, with the secret that the list tells', () => {
	const listed = [record('1', 'a', 'listed')];
	const { serving, surplus, missing } = compare(base, ['a', 'b'], [stored('1', 'a')], listed);
	expect(serving).toEqual([record('1', 'a', 'listed')]);
	expect(surplus).toEqual([]);
	expect(missing).toEqual(['b']);
});

it('uses the stored secret where the list tells none, and only of that record', () => {
	const listed = [record('1', 'a'), record('2', 'b')];
	const { serving, surplus, missing } = compare(base, ['a', 'b'], [stored('1', 'a')], listed);
	expect(serving).toEqual([stored('1', 'a')]);
	expect(surplus).toEqual([record('2', 'b')]);
	expect(missing).toEqual(['b']);
});

it('prefers the record that is stored to another one for the same event', () => {
	const listed = [record('1', 'a', 'one'), record('2', 'a', 'two')];
	const { serving, surplus } = compare(base, ['a'], [stored('2', 'a')], listed);
	expect(serving).toEqual([record('2', 'a', 'two')]);
	expect(surplus).toEqual([record('1', 'a', 'one')]);
});

it.each([
	['of another address', 'https://other.example/webhook/1/webhook?event=a'],
	['of an address that begins alike', `${base}?event=ab`],
	['of an address that goes on', `${base}?event=a&more=1`],
	['without the event in it', base],
])('leaves a record %s alone', (_name, url) => {
	const listed = [record('1', 'a', 'secret', url)];
	expect(compare(base, ['a'], [], listed)).toEqual({ serving: [], surplus: [], missing: ['a'] });
});
