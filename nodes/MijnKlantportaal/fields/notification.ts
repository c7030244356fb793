import { toFlag } from '../../shared/values/flag';
import type { Field } from '../execution/field';
import { buildField } from './buildField';

/** Where this stood at first: workflows made then keep it there. */
const COLLECTION = 'additionalFields';

/** Whether the customer hears of what is new in the portal. */
export const sendNotification: Field = buildField(
	{
		name: 'sendNotification',
		displayName: 'Notify Customer',
		description:
			'Whether the customer gets a message about it from MijnKlantportaal. An expression may also give true or false.',
		formerly: `${COLLECTION}.sendNotification`,
	},
	{
		type: 'options',
		options: [
			{
				name: 'As Set in the Portal',
				value: '',
				description: 'Nothing is sent along, so that MijnKlantportaal decides',
			},
			{ name: 'Yes', value: true },
			{ name: 'No', value: false },
		],
		default: '',
	},
	toFlag,
);

/** The same as an additional field: shown only in nodes that have it. Notify Customer goes before it. */
export const formerSendNotification: Field = {
	property: {
		displayName: 'Send Notification',
		name: 'sendNotification',
		type: 'boolean',
		default: false,
		description:
			'Whether MijnKlantportaal tells the customer about it. Remove this field and use Notify Customer, which goes before it.',
		displayOptions: { show: { sendNotification: [true, false] } },
	},
};

/** Keeps it in nodes of operations that have no additional fields any more. */
export const formerAdditionalFields: Field = {
	property: {
		displayName: 'Additional Fields',
		name: COLLECTION,
		type: 'hidden',
		default: {},
		description: 'What earlier versions of the node kept here',
	},
};
