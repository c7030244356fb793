import { byId, usePortal } from '../portalFixture';
import { firstId, testOperations, testRefusals } from './tables';

const fixture = usePortal();

describe('License Invoice', () => {
	testOperations(fixture, [
		{
			name: 'Get reads one',
			given: ({ licenseInvoices }) => ({
				resource: 'licenseInvoice',
				operation: 'get',
				invoiceId: byId(firstId(licenseInvoices)),
			}),
			method: 'GET',
			path: '/invoices/{}',
			output: [{ invoiceNumber: 'MKP-2025.0010', totalAmount: 15.67 }],
		},
		{
			name: 'Get Many reads all',
			given: () => ({ resource: 'licenseInvoice', operation: 'getAll' }),
			method: 'GET',
			path: '/invoices',
			output: [{ isPaid: false }, { isPaid: true }],
		},
	]);

	testRefusals(
		fixture,
		{ resource: 'licenseInvoice', operation: 'get', invoiceId: byId('fac_1') },
		[
			[
				{ invoiceId: byId('={{ "inv_1" }}') },
				'License Invoice is not the ID of a license invoice: "inv_1", where fac_… was expected',
				'Use the ID of a license invoice, such as fac_abc12345def678.',
			],
		],
	);
});
