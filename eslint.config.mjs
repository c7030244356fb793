import n8nCommunityNodes from '@n8n/eslint-plugin-community-nodes';
import { importX } from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];

/** The rules of eslint-plugin-n8n-nodes-base that n8n turns off for community packages. */
const offForCommunityPackages = {
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-trigger-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
};

export default tseslint.config(
	{ ignores: ['dist/', 'coverage/', 'node_modules/'] },
	// What is shipped: n8n's rules for verified packages, those for n8n's own nodes, and strict TypeScript.
	{
		files: shipped,
		extends: [
			...tseslint.configs.strict,
			importX.flatConfigs['recommended'],
			n8nCommunityNodes.configs.recommended,
		],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
		rules: {
			'no-console': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			// Resolved by the compiler.
			'import-x/no-unresolved': 'off',
			'import-x/no-cycle': 'error',
		},
		settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.nodes.rules, ...offForCommunityPackages },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: { ...n8nNodesBase.configs.credentials.rules, ...offForCommunityPackages },
	},
	{
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{ files: ['package.json'], extends: [n8nCommunityNodes.configs.recommended] },
	// What is not shipped may use Node.js and write to the console.
	{
		files: ['sandbox/**/*.ts', 'test/**/*.ts', 'tools/**/*.{ts,mjs}'],
		extends: [...tseslint.configs.strict],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-empty-function': 'off',
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
);
