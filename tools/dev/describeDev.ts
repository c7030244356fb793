import type { Demo } from '../demo/demoSteps';

/** What a person needs to know once n8n runs and the node is watched. */
export function describeDev({ n8n, portal, workflow }: Demo): string {
	if (!n8n || !portal || !workflow) return '';
	return [
		'',
		`  n8n              ${n8n.url}/workflow/${workflow.id}`,
		`    e-mail         ${n8n.ownerEmail}`,
		`    password       ${n8n.ownerPassword}`,
		`  Portal           ${portal.url}`,
		'',
		'Watching nodes, credentials and icons. Ctrl-C stops everything.',
		'',
	].join('\n');
}
