const otherEngine = require('./test/otherEngine');

const typescript = { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] };

/** Jest runs each kind of test on its own (`--selectProjects unit`) or all of them after each other. */
module.exports = {
	// Ends a test that hangs; how long one takes on a busy machine says nothing.
	testTimeout: 60_000,
	maxWorkers: '100%',
	// Each test file loads n8n's engine anew, and what the last one loaded is not all given back.
	workerIdleMemoryLimit: '1.5GB',
	reporters: ['default', '<rootDir>/test/summaryReporter.js'],
	projects: ['contract', 'unit', 'node', 'sandbox', 'tools', 'package', 'n8n', 'queue'].map(
		(kind) => ({
			displayName: kind,
			testMatch: [`<rootDir>/test/${kind}/**/*.test.ts`],
			transform: typescript,
			// Manifests of other versions of n8n, which share their names.
			modulePathIgnorePatterns: ['<rootDir>/tools/n8n/versions', '<rootDir>/dist'],
			setupFiles: ['node', 'tools'].includes(kind) ? ['<rootDir>/test/node/silence.ts'] : [],
			...(kind === 'node' ? otherEngine(process.env.N8N_ENGINE_FOLDER) : {}),
		}),
	),
};
