import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm run generate`: everything that is made from the code and the contract. */
const usage = `
Usage: npm run generate [-- --check]

Writes what is made from the code and the contract (sandbox/openapi.yaml): the output schemas, and the tables
of operations, scopes, access, values, running again and events in README.md and docs.

  --check  write nothing; name each file that is not up to date, and end with exit code 1 if there is one
  --help   show this and change nothing
`;

const { check } = readCommandLine(usage, { check: { type: 'boolean', default: false } });
const { generate } = await loadTypeScript('./generate/main.ts');
process.exit(await generate({ check }));
