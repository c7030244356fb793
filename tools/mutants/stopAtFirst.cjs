const { TestEnvironment } = require('jest-environment-node');

/**
 * For what a changed program is tried with. One test that fails is enough: the change was noticed, and what
 * comes behind it is skipped.
 */
module.exports = class StopAtFirst extends TestEnvironment {
	hasFailed = false;

	constructor(config, context) {
		super(config, context);
		// Which tests are asked for: what no other file needs is not loaded.
		this.global.askedFor = config.globalConfig.testNamePattern;
	}

	handleTestEvent({ name, test }) {
		if (name === 'test_done' && test.errors.length > 0) this.hasFailed = true;
		if (name === 'test_start' && this.hasFailed) test.mode = 'skip';
	}
};
