import {
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { shownFor } from '../shared/authentication/authentication';
import { testApiKey } from '../shared/credentialTest/testApiKey';
import { addObject } from './output/addObject';
import { properties } from './properties';
import { receive } from './receiving/receive';
import { isRegistered, register, unregister } from './registration/lifecycle';

export class MijnKlantportaalTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'MijnKlantportaal Trigger',
		name: 'mijnKlantportaalTrigger',
		icon: {
			light: 'file:../../icons/mijnKlantportaal.svg',
			dark: 'file:../../icons/mijnKlantportaal.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ [].concat($parameter["events"]).join(", ").replaceAll("-", " ") }}',
		description:
			'Work with invoices, offers, customers, tickets and more in the customer portal of MijnKlantportaal, and start workflows when something happens there',
		triggerPanel: {
			header: 'Execute this step, then make one of the chosen events happen in the portal',
		},
		eventTriggerDescription: 'Make one of the chosen events happen in the portal',
		defaults: { name: 'MijnKlantportaal Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'mijnKlantportaalApi',
				required: true,
				testedBy: 'testApiKey',
				displayOptions: shownFor.apiKey,
			},
			{ name: 'mijnKlantportaalOAuth2Api', required: true, displayOptions: shownFor.oAuth2 },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
			},
		],
		properties,
	};

	methods = { credentialTest: { testApiKey } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}

	/** n8n runs it with the item of the call, as the first step of the execution. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		return [
			await Promise.all(items.map(async (item, index) => await addObject(this, item, index))),
		];
	}
}
