const { join } = require('node:path');

/**
 * What mutants are tried with, compiled without checking types: which tests, Stryker's configurations say
 * (`values.json`, `decisions.json`).
 */
module.exports = {
	rootDir: process.cwd(),
	roots: ['nodes', 'credentials', 'test', 'tools/mutants'].map((folder) =>
		join(process.cwd(), folder),
	),
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	testEnvironment: join(__dirname, 'stopAtFirst.cjs'),
	setupFilesAfterEnv: ['<rootDir>/tools/mutants/shortProperties.cjs'],
	// For each mutant it is loaded anew, which takes longer than most tests.
	moduleNameMapper: { '^n8n-workflow$': '<rootDir>/tools/mutants/n8nWorkflow.cjs' },
	testTimeout: 60_000,
};
