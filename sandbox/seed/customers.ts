import { newCustomer } from '../resources/customers';
import type { PortalState } from '../state';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';

/** Company, street and number, postal code, city. */
const companies: [string, string, string, string][] = [
	['Bakkerij De Gouden Korst', 'Dorpsstraat 14', '3771AH', 'Barneveld'],
	['Loodgietersbedrijf Van Dijk', 'Industrieweg 8', '3846BD', 'Harderwijk'],
	['Fietsenwinkel Het Wiel', 'Hoofdstraat 102', '7311KE', 'Apeldoorn'],
	['Tandartspraktijk Smile', 'Parklaan 3', '3016BB', 'Rotterdam'],
	['Hoveniersbedrijf Groenrijk', 'Lindelaan 27', '6711CD', 'Ede'],
	['Kapsalon Knip & Krul', 'Marktplein 5', '8011LW', 'Zwolle'],
	['Autobedrijf Jansen & Zn.', 'Edisonweg 19', '1821BN', 'Alkmaar'],
	['Slagerij Vermeulen', 'Kerkstraat 44', '4811JB', 'Breda'],
	['Boekhandel De Leeswijzer', 'Langestraat 61', '3811AC', 'Amersfoort'],
	['Schildersbedrijf Kleurrijk', 'Ambachtsweg 12', '2222AM', 'Katwijk'],
	['Café ’t Hoekje', 'Oude Gracht 210', '3511NV', 'Utrecht'],
	['Dierenkliniek De Vuurvlinder', 'Beatrixlaan 9', '2595AJ', 'Den Haag'],
	['Installatietechniek De Boer', 'Stationsweg 77', '9711GN', 'Groningen'],
	['Fysiotherapie Centrum', 'Wilhelminastraat 16', '5611HE', 'Eindhoven'],
	['Bloemist Roos & Zo', 'Nieuwstraat 31', '7411LG', 'Deventer'],
	['Architectenbureau Lijn 5', 'Keizersgracht 412', '1016GC', 'Amsterdam'],
	['Timmerfabriek Hendriks', 'Nijverheidsstraat 21', '6881RK', 'Velp'],
	['Restaurant De Zilte Hoek', 'Boulevard 88', '2202GM', 'Noordwijk'],
	['Rijschool Vooruit', 'Ringbaan 140', '5038CW', 'Tilburg'],
	['Administratiekantoor Cijferwerk', 'Plein 1944 22', '6511JC', 'Nijmegen'],
	['Kaasboerderij Weidezicht', 'Polderdijk 6', '1452PR', 'Ilpendam'],
	['Dakdekkersbedrijf Hoogstra', 'Zuiderhaven 15', '8861XB', 'Harlingen'],
	['Yogastudio Balans', 'Jansstraat 58', '2011RZ', 'Haarlem'],
	['Drukkerij Inktvlek', 'Lekstraat 33', '3433ZB', 'Nieuwegein'],
	['Elektro Peters B.V.', 'Transportweg 4', '5928PR', 'Venlo'],
	['Makelaardij Thuis', 'Dorpsplein 11', '1251EA', 'Laren'],
	['Schoonmaakbedrijf Fris', 'Havenstraat 73', '1211KG', 'Hilversum'],
	['IJssalon Venezia', 'Grote Markt 9', '4461AJ', 'Goes'],
	['Transport Van der Meer', 'Waalhaven 301', '3087AE', 'Rotterdam'],
	['Kwekerij De Tuinderij', 'Veilingweg 40', '2681MB', 'Monster'],
	['Muziekschool Crescendo', 'Singel 18', '6211BN', 'Maastricht'],
	['Camping Het Bosmeer', 'Heideweg 2', '7364CB', 'Lieren'],
	['Webbureau Pixelpunt', 'Vestdijk 55', '5611CA', 'Eindhoven'],
	['Stukadoorsbedrijf Glad', 'Bakkerstraat 26', '6811EG', 'Arnhem'],
	['Opticien Scherp', 'Stadshart 101', '2728LL', 'Zoetermeer'],
	['Bouwbedrijf Steenhuis', 'De Brug 7', '9401HS', 'Assen'],
	['Wasserij Zuiderzee', 'Kade 12', '1621CD', 'Hoorn'],
	['Speelgoedwinkel Pinokkio', 'Voorstraat 83', '3311EN', 'Dordrecht'],
	['Kinderopvang De Zonnebloem', 'Schoolstraat 20', '1382GM', 'Weesp'],
	['Jachtwerf Oud-Loosdrecht', 'Oud-Loosdrechtsedijk 165', '1231LW', 'Loosdrecht'],
];

/** A tidy mail name: `Café ’t Hoekje` becomes `cafethoekje`. */
function mailName(companyName: string): string {
	return companyName
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '');
}

/** Forty customers, added one day after the other, and two groups. */
export function seedCustomers(state: PortalState): void {
	const firstDay = Date.parse('2025-01-06T09:00:00Z');
	companies.forEach(([companyName, address, zipCode, city], index) => {
		const customer = newCustomer({
			companyName,
			address,
			zipCode,
			city,
			countryCode: 'NL',
			primaryEmail: `info@${mailName(companyName)}.example`,
		});
		customer.createdAt = atom(firstDay + index * 86_400_000);
		// Fixed, so that examples and documentation can name a customer.
		if (index === 0) customer.id = 'cst_sandbox000000001';
		if (index % 4 === 0) customer.phone = `+3130555${String(1000 + index)}`;
		if (index % 10 === 2) {
			customer.integration = 'acumulus';
			customer.integrationId = String(700_000 + index);
		}
		state.customers.push(customer);
	});
	for (const [name, everyNth] of [
		['Hostingklanten', 3],
		['Onderhoudscontract', 5],
	] as const) {
		const group = { id: newIdentifier('cug'), name, createdAt: atom(firstDay) };
		state.customerGroups.push(group);
		state.customers
			.filter((_customer, index) => index % everyNth === 0)
			.forEach((customer) => customer.customerGroups.push(group.id));
	}
}
