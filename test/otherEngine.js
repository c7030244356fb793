const { existsSync } = require('node:fs');
const { join } = require('node:path');

const contextFolder = 'n8n-core/dist/execution-engine/node-execution-context/utils';

/**
 * What jest's configuration needs so that the tests of the project `node` run in the engine of another
 * version of n8n than that of devDependencies.
 *
 * @param {string | undefined} folder Where that engine is installed (tools/n8n/installEngine.ts); without
 *   it nothing changes
 */
module.exports = function otherEngine(folder) {
	if (!folder) return {};
	const modules = join(folder, 'node_modules');
	const mapped = { '^(n8n-core|n8n-workflow|@n8n/di|reflect-metadata)(/.*)?$': `${modules}/$1$2` };
	// The helpers for requests moved; tests know them by where they are in the newest engine.
	const helpers = `${contextFolder}/request-helpers/factory`;
	const formerHelpers = join(modules, contextFolder, 'request-helper-functions.js');
	const areMoved = existsSync(join(modules, `${helpers}.js`));
	return {
		moduleNameMapper: areMoved ? mapped : { [`^${helpers}$`]: formerHelpers, ...mapped },
		setupFilesAfterEnv: ['<rootDir>/test/node/engineShutdown.ts'],
	};
};
