import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { testApiKey } from './credentialTest/testApiKey';
import { listSearch } from './listSearch';
import { resources } from './resources';
import { toProperties } from './resources/properties';
import { carryOut } from './transport/carryOut';
import { requestDefaults } from './transport/connection';

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
		description: 'Put invoices and offers into the customer portal of MijnKlantportaal',
		defaults: { name: 'MijnKlantportaal' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'mijnKlantportaalApi', required: true, testedBy: 'testApiKey' }],
		requestDefaults,
		requestOperations: { pagination: carryOut(resources) },
		properties: toProperties(resources),
	};

	methods = { listSearch, credentialTest: { testApiKey } };
}
