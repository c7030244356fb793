import { isSameValue } from '../../../nodes/shared/values/sameValue';

it.each([
	['name', 'Jan  de Vries', ' jan de vries', true],
	['name', 'Jan', 'Piet', false],
	['name', null, '', true],
	['name', '12.0', '12.00', false],
	['amount', '12.0', '12.00', true],
	['amount', 12, '12.00', true],
	['amount', '12.01', '12.00', false],
	['amount', null, '0.00', false],
	['amount', 'x', '0.00', false],
	['price', '12.5', '12.50', true],
	['total', 12, '12.00', false],
	['dueAt', '2026-12-31T00:00:00+01:00', '2026-12-31', true],
	['dueAt', '2026-12-30T23:30:00Z', '2026-12-31', true],
	['dueAt', '2026-12-31T12:00:00+01:00', '2026-12-31 12:00:00', true],
	['dueAt', '2026-12-31T12:00:01+01:00', '2026-12-31 12:00:00', false],
	['dueAt', '2026-12-30', '2026-12-31', false],
	['dueAt', null, '2026-12-31', false],
	['dueAt', '12', '12.0', false],
	['url', 'https://x.example/hook/Abc', 'https://x.example/hook/aBC', false],
	['url', 'https://X.example/hook/Abc', 'https://x.example/hook/Abc', true],
	['Atlas', '2026-12-31T00:00:00+01:00', '2026-12-31', false],
])('%s: %j and %j: %p', (name, shown, sent, expected) => {
	expect(isSameValue(name, shown, sent)).toBe(expected);
});
