import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const secondsBetweenSigns = 15;

/** @param {string} file */
async function lockedPackages(file) {
	try {
		return JSON.parse(await readFile(join(projectFolder, file), 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/**
 * npm writes down what it installed in `node_modules/.package-lock.json`, as the last thing it does.
 * So an install that was broken off, or a lock file that changed since, shows as a difference.
 */
async function whatIsMissing() {
	const wanted = await lockedPackages('package-lock.json');
	const installed = await lockedPackages('node_modules/.package-lock.json');
	if (!installed) return 'the dependencies are not installed yet';
	for (const [folder, { version, link, optional, devOptional }] of Object.entries(wanted ?? {})) {
		if (folder === '' || link) continue;
		const isForThisMachine = folder in installed || !(optional || devOptional);
		if (isForThisMachine && installed[folder]?.version !== version) {
			return `package-lock.json asks for ${folder.replace(/^.*node_modules\//, '')} ${version}`;
		}
	}
	return undefined;
}

/** @returns {Promise<void>} */
function npmCi() {
	const began = Date.now();
	const sign = setInterval(() => {
		const seconds = Math.round((Date.now() - began) / 1000);
		if (!process.stdout.isTTY) console.log(`  still installing (${seconds} s)`);
	}, secondsBetweenSigns * 1000);
	return new Promise((resolve, reject) => {
		// Supervised, so that npm does not go on when we are ended; see there for the open input.
		const supervised = [join(projectFolder, 'tools', 'n8n', 'supervise.mjs'), 'npm', 'ci'];
		const child = spawn(process.execPath, supervised, {
			cwd: projectFolder,
			stdio: ['pipe', 'inherit', 'inherit'],
		});
		child.once('error', reject);
		child.once('close', (code) => {
			clearInterval(sign);
			if (code === 0) resolve();
			else reject(new Error(`npm ci ended with exit code ${code}; its output stands above.`));
		});
	});
}

/**
 * Makes sure that the development dependencies of package-lock.json are installed, so that a fresh
 * clone needs nothing but Node.js and npm. Costs some milliseconds when nothing is to be done.
 */
export async function ensureDependencies() {
	const reason = await whatIsMissing();
	if (!reason) return;
	console.log(`Installing the dependencies of this project (npm ci): ${reason}.`);
	await npmCi();
}
