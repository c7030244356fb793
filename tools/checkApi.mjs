import { usage } from './checkApi/usage.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

/**
 * `npm run check:api`: whether the real API is as this project takes it to be. This file is plain
 * JavaScript without dependencies, so that it runs in a fresh clone; the rest is TypeScript.
 */
if (process.argv.slice(2).some((argument) => ['--help', '-h'].includes(argument))) {
	console.log(usage);
	process.exit(0);
}
try {
	await ensureDependencies();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
const { require: requireTypeScript } = await import('tsx/cjs/api');
const { main } = requireTypeScript('./checkApi/main.ts', import.meta.url);
process.exit(await main(process.argv.slice(2), process.env));
