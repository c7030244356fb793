import { startPortal, type PortalOptions } from '../sandbox/portal';
import type { PortalReport } from './portalProcess';

/** A portal in a process of its own, so that its work does not count as the node's. */
async function main(options: PortalOptions): Promise<void> {
	const portal = await startPortal(options);
	// Only counted and never opened here; some hundred large files would fill the machine.
	const forget = setInterval(() => {
		for (const invoice of portal.state.invoices) invoice.pdf.bytes = Buffer.alloc(0);
	}, 100);
	const report = (): PortalReport => ({
		invoiceNumbers: portal.state.invoices.map(({ invoiceNumber }) => invoiceNumber),
		requests: portal.requests.map(({ at, method, path, status }) => ({ at, method, path, status })),
	});
	process.on('message', (question) => {
		if (question === 'report') process.send?.(report());
		if (question === 'reset') {
			portal.reset();
			process.send?.('done');
		}
	});
	process.once('disconnect', () => {
		clearInterval(forget);
		void portal.close();
	});
	process.send?.(portal.apiUrl);
}

process.once('message', (options) => void main(options as PortalOptions));
