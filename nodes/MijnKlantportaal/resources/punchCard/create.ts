import type { WriteOperation } from '../../execution/operation';
import { choice } from '../../fields/choiceFields';
import { additionalFields } from '../../fields/collections';
import { ifExists } from '../../fields/ifExists';
import { vatRate, wholeNumber } from '../../fields/numberFields';
import { description, name, text } from '../../fields/textFields';
import { checkPunchCard, forSale, price } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/punch-cards-api/create-punch-card */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create punch card',
	description: 'Add a punch card (strippenkaart) that customers can have',
	method: 'POST',
	url: '/punch-cards',
	// The scope table names none for punch cards (docs/api-facts.md, Inferred).
	output: 'object',
	recovery: { kind: 'search', match: ['name', 'punches', 'punchLabel'] },
	existing: { key: ['name'], agreeing: ['punches', 'punchLabel'] },
	check: checkPunchCard,
	fields: [
		name,
		wholeNumber({
			name: 'punches',
			displayName: 'Punches',
			description: 'Number of punches on the card',
			placeholder: 'e.g. 20',
			default: 10,
			required: true,
		}),
		text({
			name: 'punchLabel',
			displayName: 'Punch Label',
			description: 'What the punches stand for, such as lessons',
			placeholder: 'e.g. lessons',
			required: true,
		}),
		ifExists,
		additionalFields(
			description,
			forSale,
			price,
			vatRate,
			wholeNumber({
				name: 'expiryValue',
				displayName: 'Expiry Value',
				description:
					'Number of days, months or years after which a card expires; needs Expire Period. Never when left out.',
				placeholder: 'e.g. 3',
				default: 1,
			}),
			choice({
				name: 'expirePeriod',
				displayName: 'Expire Period',
				// The values are those of the answers' field; the request's are not documented.
				description: 'Unit of Expiry Value: days, months or years',
				options: [
					{ name: 'Days', value: 'days' },
					{ name: 'Months', value: 'months' },
					{ name: 'Years', value: 'years' },
				],
				default: 'months',
			}),
		),
	],
};
