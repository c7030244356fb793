import { existsSync } from 'node:fs';
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from './runCommand';

const heartbeatMilliseconds = 2000;
const abandonedAfterMilliseconds = 20_000;

/** Written as the very last step, so that an install that was broken off has none. */
const isComplete = (folder: string): boolean => existsSync(join(folder, '.installed'));

async function takeLock(lock: string): Promise<boolean> {
	try {
		await mkdir(lock);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return false;
	}
}

/**
 * Whoever installs touches the lock every two seconds. A lock that nobody touches belonged to a
 * process that was killed. (A process number would say nothing when containers share the cache.)
 */
async function removeAbandonedLock(lock: string): Promise<void> {
	const touched = await stat(lock).catch(() => undefined);
	if (touched && Date.now() - touched.mtimeMs > abandonedAfterMilliseconds) {
		await rm(lock, { recursive: true, force: true });
	}
}

/**
 * Fills a folder of the cache, once: returns at once when that was done before, waits when another
 * process is busy with it, and starts over when an earlier attempt did not come to its end.
 */
export async function installOnce(
	folder: string,
	report: Report,
	install: () => Promise<void>,
): Promise<void> {
	if (isComplete(folder)) return;
	const lock = `${folder}.lock`;
	await mkdir(dirname(folder), { recursive: true });
	const began = Date.now();
	for (let rounds = 0; !(await takeLock(lock)); rounds++) {
		if (rounds % 15 === 0) {
			const seconds = Math.round((Date.now() - began) / 1000);
			report(`Another process is installing into ${folder}, waiting (${seconds} s)`);
		}
		await pause(1000);
		await removeAbandonedLock(lock);
	}

	const heartbeat = setInterval(() => {
		const now = new Date();
		// A lock that is gone is no reason to stop: at worst the work is done twice.
		utimes(lock, now, now).catch(() => undefined);
	}, heartbeatMilliseconds);
	try {
		if (isComplete(folder)) return;
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		await mkdir(folder, { recursive: true });
		await install();
		await writeFile(join(folder, '.installed'), `${new Date().toISOString()}\n`);
	} finally {
		clearInterval(heartbeat);
		await rm(lock, { recursive: true, force: true });
	}
}
