const { appendFileSync } = require('node:fs');

/** Adds a line with what jest counted, `passed failed`, to the file named by TEST_SUMMARY, where it is set. */
module.exports = class SummaryReporter {
	onRunComplete(
		_contexts,
		{ numPassedTests, numFailedTests, numFailedTestSuites, numRuntimeErrorTestSuites },
	) {
		const file = process.env.TEST_SUMMARY;
		if (!file) return;
		// A suite that could not be run has no tests to count, but has failed.
		const failed = numFailedTests + (numFailedTestSuites > 0 ? numRuntimeErrorTestSuites : 0);
		appendFileSync(file, `${numPassedTests} ${failed}\n`);
	}
};
