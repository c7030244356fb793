import { homedir } from 'node:os';
import { join } from 'node:path';

const projectName = 'n8n-nodes-mijnklantportaal';

/**
 * Where each installed n8n (1.7 to 2.7 GB) lives: outside the repository, so that fresh clones share it.
 * `N8N_NODES_CACHE` moves it elsewhere.
 */
export function cacheFolder(): string {
	const { N8N_NODES_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
	if (N8N_NODES_CACHE) return N8N_NODES_CACHE;
	if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, projectName);
	if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, projectName);
	return join(homedir(), '.cache', projectName);
}

/** The folder of one version of something in the cache, apart per kind of machine. */
export function cachedVersionFolder(name: string, version: string): string {
	return join(cacheFolder(), `${name}-${version}-${process.platform}-${process.arch}`);
}
