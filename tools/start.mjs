import { ensureDependencies } from './ensureDependencies.mjs';

/**
 * `npm start`: a real n8n with this node, beside a stand-in portal, in one command. This file is
 * plain JavaScript without dependencies, so that it runs in a fresh clone; the rest is TypeScript.
 */
try {
	await ensureDependencies();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
const { require: requireTypeScript } = await import('tsx/cjs/api');
const { startDemo } = requireTypeScript('./demo/startDemo.ts', import.meta.url);
await startDemo({ once: process.argv.includes('--once') });
