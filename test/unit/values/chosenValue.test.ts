import { chosenValue } from '../../../nodes/shared/values/chosenValue';

it('takes the value out of a resource locator, and leaves every other value as it is', () => {
	expect(chosenValue({ __rl: true, mode: 'id', value: 'cst_1' })).toBe('cst_1');
	const others = [{ value: 'cst_1' }, { __rl: true }, 'cst_1', null, undefined, 12];
	for (const other of others) expect(chosenValue(other)).toBe(other);
});
