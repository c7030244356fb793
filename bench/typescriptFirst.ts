/**
 * Imported before the node is. `MijnKlantportaal.node` is the name of a TypeScript file and of a JSON
 * file: Node.js looks for JSON first, jest and the compiler for TypeScript.
 */
const { extensions }: { extensions: Record<string, unknown> } = require;
const readJson = extensions['.json'];
delete extensions['.json'];
extensions['.json'] = readJson;

export {};
