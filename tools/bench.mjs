import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm run bench`: the same jobs with our node and with what people use instead. */
const usage = `
Usage: npm run bench [-- --window seconds] [--job name] [--write]

Does the same jobs with our node and with what people use instead, each in a process of its own
against a stand-in portal that takes 60 requests per window, and prints what became of them. It takes
about 20 minutes, and needs the n8n that npm start installs. What else is measured is told in
docs/measurements.md.

  --window 10  length of the shortened windows, in seconds
  --job files  this job only: invoices200, invoices1000, files, list, orders
  --write      put the results into docs/benchmarks.md and docs/benchmarks.svg
  --help       show this and change nothing
`;

const options = readCommandLine(usage, {
	window: { type: 'string', default: '10' },
	job: { type: 'string' },
	write: { type: 'boolean', default: false },
});
const { bench } = await loadTypeScript('../bench/main.ts');
try {
	await bench(options);
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
