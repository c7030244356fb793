import { loadTypeScript, readCommandLine } from './commandLine.mjs';

/** `npm run scan`: n8n's scan of community packages, before the package is published. */
const usage = `
Usage: npm run scan

Builds and packs the node, and runs n8n's own scan of community packages on the packed files and on the sources,
as n8n does after publishing. The scan itself is installed first (once, 220 MB, into the cache folder that npm
start uses). The exit code is 0 only when it has found nothing.

  --help   show this and change nothing
`;

readCommandLine(usage, {});
const { scanPackage } = await loadTypeScript('./scan/scanPackage.ts');
process.exit(await scanPackage());
