const together = require('./together.cjs');

together(['values']);
