import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { Progress } from '../../../nodes/MijnKlantportaal/execution/progress';

let lines: string[];
const context = {
	getNode: () => ({ name: 'Invoices' }),
	logger: { info: (line: string) => lines.push(line) },
} as unknown as IExecuteSingleFunctions;

beforeEach(() => {
	lines = [];
});

test('says every 10 items how far the run is', () => {
	const progress = new Progress(35);
	for (let item = 0; item < 35; item++) progress.noteItem(context);
	expect(lines).toEqual([
		'MijnKlantportaal node "Invoices": 10 of 35 items are carried out.',
		'MijnKlantportaal node "Invoices": 20 of 35 items are carried out.',
		'MijnKlantportaal node "Invoices": 30 of 35 items are carried out.',
	]);
});

test('is silent about a run that is over at once', () => {
	const progress = new Progress(10);
	for (let item = 0; item < 10; item++) progress.noteItem(context);
	expect(lines).toEqual([]);
});

test('says until when the limit is used up', () => {
	const progress = new Progress(61);
	for (let item = 0; item < 5; item++) progress.noteItem(context);
	const before = Date.now();
	progress.noteLimit(context, 42_400);
	const until =
		/^MijnKlantportaal node "Invoices": 5 of 61 items are carried out\. The limit of the API is used up until (\d\d:\d\d:\d\d) UTC, in 43 seconds; then it goes on\.$/.exec(
			lines[0] ?? '',
		)?.[1];
	const clocks = [before, Date.now()].map((time) =>
		new Date(time + 42_400).toISOString().slice(11, 19),
	);
	expect(clocks).toContain(until);
});
