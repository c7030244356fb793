import type { Schema } from '../../sandbox/contract/document';
import { formatOf } from '../../sandbox/contract/formats';

test.each<[string, Schema, string | undefined]>([
	['a day', { examples: ['2024-05-04'] }, 'day'],
	['a day that does not exist, as the documentation has', { examples: ['2024-04-31'] }, 'day'],
	['a moment', { examples: ['2024-05-04 20:51:50'] }, 'moment'],
	['a moment without seconds', { examples: ['2024-05-04 20:51'] }, 'minute'],
	['an amount', { examples: ['12.95', '-0.10'] }, 'amount'],
	['a mailbox', { examples: ['jan@example.com'] }, 'mailbox'],
	['a web address', { examples: ['https://example.com/a'] }, 'webAddress'],
	['an invoice number that begins as a day', { examples: ['2014-001'] }, undefined],
	['an IP address', { examples: ['123.456.7.8.9'] }, undefined],
	['a sentence with an address in it', { examples: ['mail jan@example.com'] }, undefined],
	['examples of two kinds', { examples: ['2024-05-04', 'today'] }, undefined],
	['no examples', {}, undefined],
	['an empty list of examples', { examples: [] }, undefined],
	['numbers', { examples: [12.95] }, undefined],
	['a format of its own', { format: 'minute', examples: ['2024-05-04 20:51:50'] }, 'minute'],
	['a file', { format: 'binary' }, undefined],
])('%s', (_what, schema, format) => {
	expect(formatOf({ type: 'string', ...schema })).toBe(format);
});
