import { toTool } from './engine';
import { API_KEY, usePortal } from './portalFixture';

const fixture = usePortal();
const LINK = {
	resource: 'paymentLink',
	operation: 'create',
	description: 'Contribution',
	amount: '25',
};

describe('as a tool of an AI agent', () => {
	it.each([0, 1, 3])('each call is carried out when the agent works on %d items', async (count) => {
		const agentItems = Array.from({ length: count }, () => ({ json: {} }));
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const call = toTool(LINK, credential, agentItems);
		const answers = await Promise.all([call({}), call({})]);
		expect(fixture.portal.state.paymentLinks).toHaveLength(2);
		for (const { id } of fixture.portal.state.paymentLinks) {
			expect(JSON.stringify(answers)).toContain(id);
		}
	});
});
