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

/**
 * The rooms of what is shipped, from the top floor down (docs/architecture.md). A file may import from its
 * own room and from rooms below; nothing below knows what stands on it, not even its types.
 */
const floors = [
	[
		'nodes/MijnKlantportaal/MijnKlantportaal.node.ts',
		'nodes/MijnKlantportaalTrigger',
		'credentials',
	],
	['nodes/MijnKlantportaal/description'],
	['nodes/MijnKlantportaal/resources'],
	['nodes/MijnKlantportaal/fields'],
	['nodes/MijnKlantportaal/execution'],
	['nodes/shared/credentialTest'],
	['nodes/shared/objects'],
	['nodes/shared/transport'],
	['nodes/shared/authentication'],
	['nodes/shared/values'],
];

const oneDirection = floors.flatMap((rooms, floor) =>
	rooms.flatMap((room) => {
		const beside = rooms.filter((other) => other !== room);
		const forbidden = [...floors.slice(0, floor).flat(), ...beside];
		return forbidden.map((from) => ({
			target: `./${room}`,
			from: `./${from}`,
			message: `${room} stands below or beside ${from} and may not know it. Move what both need to a room that both stand on (docs/architecture.md).`,
		}));
	}),
);
const triggerAlone = floors
	.flat()
	.filter((room) => room.startsWith('nodes/MijnKlantportaal/'))
	.map((from) => ({
		target: './nodes/MijnKlantportaalTrigger',
		from: `./${from}`,
		message: `The trigger stands beside the action node and may not reach into ${from}. Move what both need to nodes/shared.`,
	}));

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
			'import-x/no-restricted-paths': ['error', { zones: [...oneDirection, ...triggerAlone] }],
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
		files: ['sandbox/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'tools/**/*.{ts,mjs}'],
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
