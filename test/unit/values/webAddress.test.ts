import { readAddress, toWebAddress } from '../../../nodes/shared/values/webAddress';

describe('toWebAddress', () => {
	it.each(['https://example.com/webhook?a=1', 'HTTP://localhost:5678'])('takes %p', (address) => {
		expect(toWebAddress(` ${address}\u200b`)).toBe(address);
	});

	it.each([
		'example.com',
		'ftp://example.com',
		'see https://example.com',
		'x:https://example.com',
		'https://',
		'https://a b',
	])('refuses %p', (given) => {
		expect(() => toWebAddress(given)).toThrow(
			/^is not a web address: .*\. Use a whole address such as https:\/\/example\.com\/webhook\.$/,
		);
	});
});

describe('readAddress', () => {
	it('reads what is relative to another', () => {
		expect(readAddress('?page=2', 'https://example.com/v1')?.href).toBe(
			'https://example.com/v1?page=2',
		);
	});

	it('takes the longest that servers take, and nothing longer', () => {
		const longest = 'https://example.com/'.padEnd(8000, 'a');
		expect(readAddress(longest)?.href).toBe(longest);
		expect(readAddress(`${longest}a`)).toBeUndefined();
	});
});
