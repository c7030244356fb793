import type { LicenseInvoice, Ticket } from '../records';
import type { PortalState } from '../state';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';

const moment = atom(Date.parse('2025-03-03T08:30:00Z'));

/** What customers and MijnKlantportaal itself would have put into the portal. */
export function seedBusiness(state: PortalState): void {
	seedTickets(state);
	seedPunchCard(state);
	seedFiles(state);
	state.licenseInvoices.push(
		licenseInvoice('MKP-2025.0010', '2025-01-12T00:00:00.000Z', true),
		licenseInvoice('MKP-2025.0042', '2025-02-12T00:00:00.000Z', false),
	);
	state.subscriptionPackages.push({
		id: newIdentifier('spg'),
		name: 'Onderhoud website',
		description: 'Updates, back-ups en 1 uur werk per maand',
		interval: '1 month',
		amount: '49.95',
		vatRate: 21,
		availableForSale: true,
	});
}

function seedTickets(state: PortalState): void {
	const tickets: [string, Ticket['source'], string][] = [
		['Vraag over factuur', 'portal', 'Klopt het bedrag op mijn factuur?'],
		['Website is traag', 'email', 'Sinds gisteren laadt de website langzaam.'],
		['Chat van maandag', 'chat', 'Hallo, is er iemand?'],
	];
	tickets.forEach(([title, source, text], index) => {
		const customer = state.customers[index];
		state.tickets.push({
			id: newIdentifier('tic'),
			customerId: customer?.id ?? null,
			title,
			source,
			status: 'open',
			createdAt: moment,
			messages: [
				{
					id: newIdentifier('tim'),
					postedBy: customer?.companyName ?? 'Onbekend',
					isPostedByCustomer: true,
					message: `<p>${text}</p>`,
					postedAt: moment,
					attachments: [],
				},
			],
		});
	});
}

function seedPunchCard(state: PortalState): void {
	const card = {
		id: newIdentifier('pcd'),
		name: 'Yogalessen',
		description: 'Tien lessen, vrij te kiezen',
		punches: 10,
		punchLabel: 'lessen',
		forSale: true,
		price: '120.00',
		vatRate: 9,
		expiryValue: null,
		expiryPeriod: null,
		createdAt: moment,
	};
	state.punchCards.push(card);
	for (const [index, punchesLeft] of [10, 2].entries()) {
		state.issuedPunchCards.push({
			id: newIdentifier('pcb'),
			punchCardId: card.id,
			customerId: state.customers[index]?.id ?? '',
			punchesLeft,
			expiresAt: null,
			issuedAt: moment,
		});
	}
}

function seedFiles(state: PortalState): void {
	const directoryId = newIdentifier('fsd');
	const common = { fileShareId: null, createdAt: moment };
	state.files.push(
		{
			...common,
			id: directoryId,
			type: 'directory',
			name: 'Contracten',
			directoryId: null,
			file: null,
		},
		{
			...common,
			id: newIdentifier('fsf'),
			type: 'file',
			name: 'leesmij.txt',
			directoryId,
			file: {
				fileName: 'leesmij.txt',
				mimeType: 'text/plain',
				bytes: Buffer.from('Hier komen de contracten.\n'),
			},
		},
	);
}

function licenseInvoice(invoiceNumber: string, issuedAt: string, isPaid: boolean): LicenseInvoice {
	return {
		id: newIdentifier('fac'),
		invoiceNumber,
		issuedAt,
		isPaid,
		lines: [
			{
				id: newIdentifier('fcl'),
				description: 'Pro-abonnement',
				quantity: 1,
				currency: 'EUR',
				amountExclVat: 12.95,
				vatRate: 21,
				vatAmount: 2.72,
				amountInclVat: 15.67,
			},
		],
		subtotalAmount: 12.95,
		vatAmount: 2.72,
		totalAmount: 15.67,
	};
}
