/** A table with columns of even width, as the formatter of the project has them. */
export function toTable(header: string[], rows: string[][]): string {
	const widths = header.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const toLine = (cells: string[]): string =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [
		toLine(header),
		toLine(widths.map((width) => '-'.repeat(width))),
		...rows.map(toLine),
	].join('\n');
}

/** The text as code. */
export function code(text: string): string {
	return `\`${text}\``;
}

/**
 * The text with this content between the two marks of that name, `<!-- name: … -->` and `<!-- name end -->`.
 * @throws Error when it has no such marks.
 */
export function withSection(text: string, name: string, content: string): string {
	const begin = `<!-- ${name}: made by "npm run generate", do not edit -->`;
	const end = `<!-- ${name} end -->`;
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`It has no marks ${begin} and ${end} in this order.`);
	return `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`;
}
