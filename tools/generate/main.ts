import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../n8n/nodePackage';
import { generatedFiles, type GeneratedFile } from './generatedFiles';

/**
 * Brings all generated files up to date. With `check` nothing is written, and each file that is not up to
 * date is told in a sentence with the command that mends it.
 * @returns the exit code: 0 when all is well.
 */
export async function generate({ check }: { check: boolean }): Promise<number> {
	try {
		// All are made before the first is written: where the contract lacks something, nothing changes.
		const files = await generatedFiles();
		const different = files.filter(({ path, content }) => contentOf(path) !== content);
		if (check) return tell(different);
		for (const file of different) await write(file);
		console.log(`Written or removed: ${different.length} of ${files.length} files.`);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

function contentOf(path: string): string | undefined {
	const file = join(projectFolder, path);
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function tell(different: GeneratedFile[]): number {
	for (const { path, content } of different) {
		const state =
			content === undefined ? 'belongs to no operation any more' : howItDiffers(contentOf(path));
		console.error(`${path} ${state}. Run: npm run generate`);
	}
	return different.length > 0 ? 1 : 0;
}

function howItDiffers(present: string | undefined): string {
	return present === undefined
		? 'is missing'
		: 'does not say what the operations, the events and the contract say';
}

async function write({ path, content }: GeneratedFile): Promise<void> {
	const file = join(projectFolder, path);
	if (content === undefined) {
		await rm(file);
		console.log(`removed  ${path}`);
		return;
	}
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, content);
	console.log(`written  ${path}`);
}
