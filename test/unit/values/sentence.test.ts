import { sentences, withoutFullStop } from '../../../nodes/shared/values/sentence';

it.each([
	[['Maintenance.', 'Run again later'], 'Maintenance. Run again later.'],
	[['Maintenance..', 'Run again later.'], 'Maintenance. Run again later.'],
	[['  Maintenance. \n', ''], 'Maintenance.'],
	[['Really?', 'Wait…', 'Go!'], 'Really? Wait… Go!'],
	[['Really? Yes'], 'Really? Yes.'],
	[['', '...'], ''],
])('closes each of %j once', (texts, expected) => {
	expect(sentences(...texts)).toBe(expected);
});

it.each([
	['Unauthenticated.', 'Unauthenticated'],
	['v1.2 is old. ', 'v1.2 is old'],
	[' No stop', 'No stop'],
])('%j goes on as %j', (text, expected) => {
	expect(withoutFullStop(text)).toBe(expected);
});

it('takes a text of full stops alone in its stride', () => {
	expect(withoutFullStop(`${'. '.repeat(1_000_000)}x.`)).toHaveLength(2_000_001);
});
