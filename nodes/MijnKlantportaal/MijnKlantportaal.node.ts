import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { authenticationParameter, shownFor } from '../shared/authentication/authentication';
import { testApiKey } from '../shared/credentialTest/testApiKey';
import { listSearch } from '../shared/objects/listSearch';
import { resources } from './resources';
import { toProperties } from './description/properties';
import { carryOut } from './execution/carryOut';
import { requestDefaults } from '../shared/transport/connection';

export class MijnKlantportaal implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'MijnKlantportaal',
		name: 'mijnKlantportaal',
		icon: {
			light: 'file:../../icons/mijnKlantportaal.svg',
			dark: 'file:../../icons/mijnKlantportaal.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with invoices, offers, customers, files, tickets and more in the customer portal of MijnKlantportaal',
		defaults: { name: 'MijnKlantportaal' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
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
		requestDefaults,
		requestOperations: { pagination: carryOut(resources) },
		properties: [authenticationParameter, ...toProperties(resources)],
	};

	methods = { listSearch, credentialTest: { testApiKey } };
}
