/** A table with columns of the same width, as the formatter of the project has them. */
export function table(header: string[], rows: string[][]): string {
	if (rows.length === 0) return 'Nothing.';
	const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
	const widths = header.map((title, column) =>
		Math.max(3, title.length, ...cells.map((row) => row[column]?.length ?? 0)),
	);
	const line = (row: string[]): string =>
		`| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(header), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join(
		'\n',
	);
}

export function code(text: string): string {
	return `\`${text}\``;
}

/** How often each text occurs: `a (2); b (1)`. */
export function tally(texts: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts]
		.sort(([, left], [, right]) => right - left)
		.map(([text, count]) => `${text} (${count})`)
		.join('; ');
}
