import { chosenMode, chosenValue } from '../../../nodes/shared/values/chosenValue';

it('takes the value out of a resource locator, and leaves every other value as it is', () => {
	expect(chosenValue({ __rl: true, mode: 'id', value: 'cst_1' })).toBe('cst_1');
	const others = [{ value: 'cst_1' }, { __rl: true }, 'cst_1', null, undefined, 12];
	for (const other of others) expect(chosenValue(other)).toBe(other);
});

it('tells the way in which a resource locator names its object, and of nothing else', () => {
	expect(chosenMode({ __rl: true, mode: 'email', value: 'jan@x.nl' })).toBe('email');
	const others = [{ mode: 'id', value: 'x' }, { __rl: true, mode: 7, value: 'x' }, 'id', null];
	for (const other of others) expect(chosenMode(other)).toBeUndefined();
});
