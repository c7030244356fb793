import { text } from '../../fields/text';
import { toWebAddress } from '../../../shared/values/webAddress';
import type { Operation } from '../../execution/operation';
import { type } from './fields';

/** https://docs.developers.mijnklantportaal.nl/api-reference/webhooks-api/create-webhook-record */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create webhook',
	description:
		'Let MijnKlantportaal call an address when something happens. The node MijnKlantportaal Trigger does this by itself.',
	method: 'POST',
	url: '/webhooks',
	scope: 'webhooks.write',
	output: 'object',
	label: 'type',
	recovery: { kind: 'inList', url: '/webhooks', match: ['url', 'type'] },
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
	],
};
