import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { executionIdsOf } from '../../tools/n8n/n8nExecutions';
import { activateWorkflow, importWorkflow } from '../../tools/n8n/n8nWorkflows';
import { until } from './batches';
import { queue } from './queue';

/** Webhook processes, of which each takes some of the portal's calls. */
export function describeWebhooks(): void {
	describe('two webhook processes', () => {
		beforeEach(() => queue().portal.reset());

		test('take calls of the portal; a repeated one is recognised by the process that had it, and by no other', async () => {
			const { main, portal, credential, start } = queue();
			const processes = [await start('webhook'), await start('webhook')];
			const webhookId = randomUUID();
			const workflow = await importWorkflow(
				main,
				{
					name: 'Trigger in queue mode',
					nodes: [
						{
							...{ id: randomUUID(), webhookId },
							name: 'Portal',
							type: 'n8n-nodes-mijnklantportaal.mijnKlantportaalTrigger',
							typeVersion: 1,
							position: [0, 0],
							parameters: { events: ['offer-created'] },
							credentials: { [credential.type]: { id: null, name: '' } },
						},
					],
					connections: {},
				},
				credential,
			);
			expect(await activateWorkflow(main, workflow)).toMatchObject({ isActive: true });
			const record = portal.state.webhooks.find(({ url }) => url.includes(webhookId));
			const { pathname, search } = new URL(record?.url ?? '');
			const call = async (processIndex: number, id: string): Promise<number> => {
				const url = `${processes[processIndex]?.url}${pathname}${search}`;
				const headers = { 'X-Webhook-Signature': record?.secret };
				const answer = await axios.post(url, { id }, { headers, proxy: false });
				return answer.status;
			};
			const executions = async (count: number): Promise<void> => {
				await until(
					`${count} executions`,
					async () => (await executionIdsOf(main, workflow)).length >= count,
				);
				expect(await executionIdsOf(main, workflow)).toHaveLength(count);
			};

			expect(await call(0, 'off_first000000001')).toBe(200);
			expect(await call(1, 'off_second00000001')).toBe(200);
			expect(await call(0, 'off_first000000001')).toBe(200);
			expect(await call(1, 'off_second00000001')).toBe(200);
			await executions(2);
			// What docs/trigger.md says: each process remembers for itself.
			expect(await call(1, 'off_first000000001')).toBe(200);
			await executions(3);
		});
	});
}
