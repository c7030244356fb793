import '../silence';
import { type INode, type INodeTypes, Workflow } from 'n8n-workflow';
import { MijnKlantportaalTrigger } from '../../../nodes/MijnKlantportaalTrigger/MijnKlantportaalTrigger.node';

const type = new MijnKlantportaalTrigger();
const nodeTypes: INodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
};

/** What stands under the node on the canvas. */
function subtitleFor(events: string | string[]): unknown {
	const node: INode = {
		id: '1',
		name: 'Trigger',
		type: type.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: { events },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const subtitle = type.description.subtitle ?? '';
	return workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
}

test.each([
	[[], ''],
	[['invoice-paid'], 'invoice paid'],
	[['invoice-paid', 'offer-created'], 'invoice paid, offer created'],
	['={{ ["invoice-paid", "offer-created"] }}', 'invoice paid, offer created'],
	['={{ "invoice-paid" }}', 'invoice paid'],
	['={{ "invoice-paid, offer-created" }}', 'invoice paid, offer created'],
	['={{ null }}', ''],
])('the subtitle of the events %j names them', (events, subtitle) => {
	expect(subtitleFor(events)).toBe(subtitle);
});
