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

	it('a lost answer is told with what to look for, and Retry On Fail does not carry it out twice', async () => {
		fixture.portal.misbehave({ method: 'POST', kind: 'loseAnswer' });
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const call = toTool(LINK, credential, [{ json: {} }], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 0,
		});
		const answer = JSON.stringify(await call({}));
		expect(fixture.portal.state.paymentLinks).toHaveLength(1);
		expect(answer).toContain('Whether the request was carried out is unknown');
		expect(answer).toContain(
			'Look in the portal for the payment link with description Contribution',
		);
	});

	it('a refusal is told with what to do', async () => {
		const credential = { apiKey: API_KEY, baseUrl: fixture.portal.apiUrl };
		const answer = JSON.stringify(
			await toTool({ ...LINK, amount: '1.234' }, credential, [{ json: {} }])({}),
		);
		expect(answer).toContain('Amount can be read as 1234.00 or as 1.234');
		expect(answer).toContain('Write 1234.00 or 1.2340');
		expect(fixture.portal.requests).toEqual([]);
	});
});
