import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { RunningN8n } from './startN8n';

/** Where n8n keeps the installed community packages: code, and no data of executions. */
const codeFolder = join('.n8n', 'nodes');

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Looks for a text in everything that this n8n left behind: the database (with what SQLite has not
 * merged into it yet), files of executions, and the log. Gives the places where it was found.
 */
export async function placesThatHold(n8n: RunningN8n, text: string): Promise<string[]> {
	const places: string[] = n8n.logText().includes(text) ? ['log'] : [];
	for (const file of await filesBelow(n8n.userFolder)) {
		const name = relative(n8n.userFolder, file);
		if (name.startsWith(codeFolder)) continue;
		// A file of SQLite may go away while we look.
		const content = await readFile(file).catch(() => Buffer.alloc(0));
		if (content.includes(text)) places.push(name);
	}
	return places;
}
