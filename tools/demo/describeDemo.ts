import type { Demo } from './demoSteps';

/** What a person needs to know once everything runs. */
export function describeDemo(
	{ invoice, n8n, portal, workflow, execution }: Demo,
	{ staysOpen }: { staysOpen: boolean },
): string {
	if (!invoice || !n8n || !portal || !workflow || !execution) return '';
	const created = [
		'',
		'The workflow ran once in n8n, and this invoice is now in the portal:',
		'',
		`  Invoice number   ${invoice.invoiceNumber}`,
		`  Id               ${invoice.id}`,
		`  Customer         ${invoice.customer}`,
		`  Amount           ${invoice.amount} euro`,
		`  PDF              ${invoice.pdfBytes} bytes, the same ones that the workflow sent`,
	];
	if (!staysOpen) return created.join('\n');
	return [
		...created,
		`                   ${invoice.pdfAddress}`,
		'',
		`  n8n              ${n8n.url}/workflow/${workflow.id}`,
		`    what ran       ${n8n.url}/workflow/${workflow.id}/executions/${execution.id}`,
		`    e-mail         ${n8n.ownerEmail}`,
		`    password       ${n8n.ownerPassword}`,
		`  Portal           ${portal.url}`,
		'',
		'Both run on this machine only. Ctrl-C stops them.',
	].join('\n');
}
