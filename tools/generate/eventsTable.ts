import { code, toTable } from './markdown';

/** What the trigger can wait for: a row for each event, with its name on the canvas and in the API. */
export function eventsTable(events: ReadonlyArray<{ name: string; type: string }>): string {
	return toTable(
		['Event', 'In the output and in the API'],
		events.map(({ name, type }) => [name, code(type)]),
	);
}
