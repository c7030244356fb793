import { toWebAddress } from '../../../shared/values/webAddress';
import type { WriteOperation } from '../../execution/operation';
import { ifExists } from '../../fields/ifExists';
import { text } from '../../fields/textFields';
import { type } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/create-webhook-record */
export const create: WriteOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create webhook',
	description:
		'Let MijnKlantportaal call an address when something happens. The node MijnKlantportaal Trigger does this by itself.',
	method: 'POST',
	url: '/webhooks',
	scope: 'webhooks.write',
	output: 'object',
	recovery: { kind: 'search', match: ['url', 'type'] },
	existing: { key: ['url', 'type'], agreeing: [] },
	fields: [
		text({
			name: 'url',
			displayName: 'URL',
			description: 'The address to call, such as https://example.com/webhook',
			placeholder: 'e.g. https://example.com/webhook',
			required: true,
			read: toWebAddress,
		}),
		type,
		ifExists,
	],
};
