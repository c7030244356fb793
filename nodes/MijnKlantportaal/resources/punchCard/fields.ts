import type { IDataObject } from 'n8n-workflow';
import { WrongValue } from '../../../shared/values/wrongValue';
import type { Field } from '../../execution/field';
import { flag } from '../../fields/choiceFields';
import { amount, vatRate } from '../../fields/numberFields';

/** Whether the card can be bought. */
export const forSale = flag({
	name: 'forSale',
	displayName: 'For Sale',
	description: 'Whether customers can buy the card in the portal; needs Price and VAT Rate',
});

/** What the card costs. */
export const price = amount({
	name: 'price',
	displayName: 'Price',
	description: 'Price in euros with VAT, such as 229.95; needed with For Sale',
	placeholder: 'e.g. 229.95',
});

/** What a card for sale costs: a person who changes a card sees these while For Sale is on. */
export const sale = [price, vatRate].map(whileForSale);

function whileForSale({ property, mapping }: Field): Field {
	return {
		property: {
			...property,
			required: true,
			displayOptions: { show: { forSale: [true] } },
		},
		mapping: mapping && { ...mapping, required: true },
	};
}

/** What Simplify keeps of a punch card: not its description. */
export const simplified = [
	'id',
	'name',
	'punches',
	'punchLabel',
	'forSale',
	'price',
	'vatRate',
	'expiryValue',
	'expiryPeriode',
	'createdAt',
];

/**
 * A card for sale needs a price (documented), and the number of an expiry its unit (inferred: neither
 * says anything without the other).
 * @throws WrongValue
 */
export function checkPunchCard(body: IDataObject): void {
	if (body.forSale === true) {
		const remedy = 'Add it, or turn For Sale off.';
		if (body.price === undefined) throw new WrongValue('is needed with For Sale', remedy, 'Price');
		if (body.vatRate === undefined) {
			throw new WrongValue('is needed with For Sale', remedy, 'VAT Rate');
		}
	}
	if (body.expiryValue !== undefined && body.expirePeriod === undefined) {
		throw new WrongValue(
			'is needed with Expiry Value',
			'Add days, months or years.',
			'Expire Period',
		);
	}
	if (body.expirePeriod !== undefined && body.expiryValue === undefined) {
		throw new WrongValue('is needed with Expire Period', 'Add a number such as 3.', 'Expiry Value');
	}
}
