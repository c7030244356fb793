import { changeRecovery } from '../../nodes/MijnKlantportaal/resources/changes';

it.each([
	['amount', '12.5', '12.50', true],
	['amount', 12.5, '12.50', true],
	['price', '12.50', '12.50', true],
	['price', null, '0.00', false],
	['amount', '12.05', '12.50', false],
	['zipCode', '0123', '123', false],
	['companyName', 'bakkerij', 'Bakkerij', false],
	['companyName', 'Bakkerij', 'Bakkerij', true],
	['vatRate', '21', 21, true],
	['terminatedAt', '2026-12-31T14:30:00+01:00', '2026-12-31 14:30:00', true],
	['terminatedAt', null, '2026-12-31 14:30:00', false],
])('a change of %s, shown as %j where %j was sent, is done: %p', (name, shown, sent, expected) => {
	if (changeRecovery.kind !== 'readBack') throw new Error('A change is read back');
	expect(changeRecovery.isDone({ [name]: shown }, { [name]: sent }, {} as never)).toBe(expected);
});
