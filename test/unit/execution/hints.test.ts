import { hints } from '../../../nodes/MijnKlantportaal/description/hints';

/** The hints that n8n's panel shows for that many items. */
function shownFor(items: number): string[] {
	return hints
		.filter(({ displayCondition = '' }) => {
			const condition = /^=\{\{(.*)\}\}$/.exec(displayCondition)?.[1] ?? '';
			return new Function('$input', `return ${condition}`)({
				all: () => ({ length: items }),
			}) as boolean;
		})
		.map(({ message }) => message.replace(/^At one request per item this takes about |:.*/g, ''));
}

test.each([
	[1, []],
	[60, []],
	[61, ['a minute']],
	[150, ['2 minutes']],
	[600, ['9 minutes']],
	[1000, ['15 to 20 minutes']],
	[20_000, ['an hour or longer']],
])('%i items', (items, messages) => {
	expect(shownFor(items)).toEqual(messages);
});

test('one hint at most, however many items', () => {
	for (let items = 0; items < 5000; items++)
		expect(shownFor(items).length).toBe(items > 60 ? 1 : 0);
});

test('stand above the spinner, which is before the node has ended', () => {
	expect(hints.map(({ location, whenToDisplay }) => `${location} ${whenToDisplay}`)).toEqual(
		hints.map(() => 'outputPane beforeExecution'),
	);
});
