const { default: fc } = require('fast-check');

// The same values each time, so that a mutant is noticed or not, and not now and then. What shrinks a value
// that was noticed, nobody reads.
fc.configureGlobal({ seed: 20261231, endOnFailure: true, interruptAfterTimeLimit: 1000 });
