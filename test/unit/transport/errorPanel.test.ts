import fc from 'fast-check';
import { toPanel } from '../../../nodes/shared/transport/errorPanel';

test.each([
	['One sentence. Another.', 'One sentence. Another.'],
	['First.\n- one\n- two\nLast.', 'First.<ul><li>one</li><li>two</li></ul>Last.'],
	['First.\nSecond.', 'First.<br>Second.'],
	[
		'- <img src=x onerror=alert(1)> & "1 < 2"',
		'<ul><li>&lt;img src=x onerror=alert(1)> & "1 &lt; 2"</li></ul>',
	],
	['&lt;b&gt; &#60; a & b', '&amp;lt;b&amp;gt; &amp;#60; a & b'],
])('%j', (text, html) => {
	expect(toPanel(text)).toBe(html);
});

test('has no tags but its own, whatever a value holds', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const tags = toPanel(`Said:\n- ${text}`).match(/<[^>]*>?/g) ?? [];
			expect(tags.filter((tag) => !/^<(\/?(ul|li)|br)>$/.test(tag))).toEqual([]);
		}),
	);
});
