const typescript = { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] };

/** Jest runs each kind of test on its own (`--selectProjects unit`) or all of them after each other. */
module.exports = {
	reporters: ['default', '<rootDir>/test/summaryReporter.js'],
	projects: ['unit', 'node', 'sandbox', 'tools', 'package', 'n8n'].map((kind) => ({
		displayName: kind,
		testMatch: [`<rootDir>/test/${kind}/**/*.test.ts`],
		transform: typescript,
		setupFiles: ['node', 'tools'].includes(kind) ? ['<rootDir>/test/node/silence.ts'] : [],
	})),
};
