const together = require('./together.cjs');

together(['transport', 'objects', 'execution', 'trigger', 'credentials']);
