import type { INodeProperties } from 'n8n-workflow';
import { authenticationParameter } from '../shared/authentication/authentication';
import { eventOptions } from '../shared/objects/events';

/** The parameters of the trigger. */
export const properties: INodeProperties[] = [
	authenticationParameter,
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		default: [],
		required: true,
		description: 'What has to happen in the portal to start the workflow',
	},
	{
		displayName: 'Fetch All Details',
		name: 'fetchObject',
		type: 'boolean',
		default: false,
		description:
			'Whether to fetch the invoice, offer or other object that the event is about and add it as object. Takes one request to the API for each event.',
	},
	{
		displayName: 'Ignore Repeated Deliveries',
		name: 'ignoreRepeats',
		type: 'boolean',
		default: true,
		description:
			'Whether a call that arrives again within 10 minutes, with the same event and the same content, starts no second execution. Calls that do not tell what they are about are never ignored.',
	},
	{
		// n8n looks at this parameter before it parses a body (2.41, `webhook-helpers`): with it, the body
		// comes as it was sent. Otherwise n8n refuses JSON that is not well-formed before the node is asked.
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
