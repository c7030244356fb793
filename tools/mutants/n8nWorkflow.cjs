/** What the tested code needs of n8n-workflow, without the rest of it: a quarter of the time to load. */
module.exports = {
	...require('n8n-workflow/dist/cjs/errors/node-api.error.js'),
	...require('n8n-workflow/dist/cjs/errors/node-operation.error.js'),
	...require('n8n-workflow/dist/cjs/global-state.js'),
	...require('n8n-workflow/dist/cjs/utils.js'),
};
