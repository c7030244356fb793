import { withoutTrailing } from '../../../nodes/shared/values/trailing';

it.each([
	['https://a/v1//', '/', 'https://a/v1'],
	['/', '/', ''],
	['', '/', ''],
	['a/b', '/', 'a/b'],
	['1.500', '0', '1.5'],
])('%p without %p at its end', (text, character, expected) => {
	expect(withoutTrailing(text, character)).toBe(expected);
});
