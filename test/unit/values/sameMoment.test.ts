import { isSameMoment } from '../../../nodes/shared/values/sameValue';

it.each([
	['2026-11-21 10:00:00', '2026-11-21T10:00:00+01:00', true],
	['2026-07-01 10:00:00', '2026-07-01T08:00:00Z', true],
	['2026-11-21 10:00:00', '2026-11-21T10:00:00Z', false],
	['2026-11-21 10:00:00', '2026-11-21T10:00:01+01:00', false],
	['2026-11-21 00:30:00', '2026-11-20T23:30:00Z', true],
	['2026-11-21 10:00:00', '2026-11-21', true],
	['2026-11-21 00:00:00', '2026-11-20', false],
	['2026-11-21 10:00:00', '2025-11-21T10:00:00+01:00', false],
	['2026-11-21 10:00:00', null, false],
	['2026-11-21 10:00:00', undefined, false],
	['2026-11-21 10:00:00', true, false],
	['2026-11-21', null, false],
	[null, null, false],
])('%p and %p: %p', (sent, shown, expected) => {
	expect(isSameMoment(sent, shown)).toBe(expected);
	expect(isSameMoment(shown, sent)).toBe(expected);
});
