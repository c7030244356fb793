import { placesThatHold } from '../../tools/n8n/storedTraces';
import { host, keys } from './host';
import { knownCustomer } from './testWorkflow';

interface ExecutionList {
	data: { results: Array<{ id: string; status: string }> };
}

/** Comes last: looks at what all the other tests left behind in n8n, failed executions included. */
export function describeTraces(): void {
	describe('after all that, the API keys', () => {
		test.each([
			['that works', keys.all],
			['that is refused', keys.wrong],
			['that lacks a scope', keys.onlyTickets],
		])('%s stands in no execution', async (_which, key) => {
			const { rest } = host().n8n;
			const { data } = await rest.get<ExecutionList>('/executions', { params: { limit: 100 } });
			const { results } = data.data;
			expect(results.length).toBeGreaterThan(0);
			for (const { id } of results) {
				const { data: execution } = await rest.get<unknown>(`/executions/${id}`);
				expect(JSON.stringify(execution)).not.toContain(key);
			}
		});

		test.each([
			['that works', keys.all],
			['that is refused', keys.wrong],
			['that lacks a scope', keys.onlyTickets],
		])('%s stands in no file of n8n and no line of its log', async (_which, key) => {
			expect(await placesThatHold(host().n8n, key)).toEqual([]);
		});

		test('would have been found, as other values of the same executions are', async () => {
			const places = await placesThatHold(host().n8n, knownCustomer);
			expect(places.some((place) => place.includes('database.sqlite'))).toBe(true);
		});
	});
}
