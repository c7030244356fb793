import { type INodeType, type INodeTypeDescription, NodeConnectionTypes } from 'n8n-workflow';
import { authenticationParameter, shownFor } from '../shared/authentication/authentication';
import { testApiKey } from '../shared/credentialTest/testApiKey';
import { listSearch } from '../shared/objects/listSearch';
import { requestDefaults } from '../shared/transport/connection';
import { hints } from './description/hints';
import { toProperties } from './description/properties';
import { toSubtitle } from './description/subtitle';
import { carryOut } from './execution/carryOut';
import { resources } from './resources';

/**
 * The action node: a description and nothing else. n8n's engine runs it (RoutingNode): it calls the
 * `preSend` of the chosen operation for each item, which maps the parameters onto a request
 * (`description/properties.ts`), and hands every request to the pagination function (`carryOut`), lists
 * and single requests alike. That function is the one road to the API. Why, and what else rests on the
 * engine, stands in docs/architecture.md.
 */
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
		subtitle: toSubtitle(resources),
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
		hints,
		requestDefaults,
		// Stands for every request, because `resource` has `paginate` (description/properties.ts).
		requestOperations: { pagination: carryOut(resources) },
		properties: [authenticationParameter, ...toProperties(resources)],
	};

	methods = { listSearch, credentialTest: { testApiKey } };
}
