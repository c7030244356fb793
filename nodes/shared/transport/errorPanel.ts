/**
 * A description as n8n's error panel takes it, which shows it as HTML (n8n 2.41, NodeErrorView): nothing in
 * it is taken for a tag, lines that begin with `- ` become a list, and other lines stay lines.
 */
export function toPanel(text: string): string {
	const blocks: string[] = [];
	let entries: string[] = [];
	const endList = (): void => {
		if (entries.length > 0) blocks.push(`<ul>${entries.join('')}</ul>`);
		entries = [];
	};
	for (const line of escapeHtml(text).split('\n')) {
		if (line.startsWith('- ')) {
			entries.push(`<li>${line.slice(2)}</li>`);
			continue;
		}
		endList();
		blocks.push(line);
	}
	endList();
	// A list begins and ends lines by itself.
	return blocks.join('<br>').replaceAll('<br><ul>', '<ul>').replaceAll('</ul><br>', '</ul>');
}

/** A `>` alone ends no tag, and messages name places as Settings > API Keys. */
function escapeHtml(text: string): string {
	return text.replace(/&(?=#?\w+;)/g, '&amp;').replaceAll('<', '&lt;');
}
