import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { PortalState } from '../../../sandbox/portal';
import type { PortalFixture } from '../portalFixture';

/** One run of an operation, what the portal has to get, and what has to come out. */
export interface OperationCase {
	name: string;
	/** Makes the parameters from what is in the portal. */
	given: (state: PortalState) => INodeParameters;
	items?: INodeExecutionData[];
	method: string;
	/** With `{…}` for each identifier. */
	path: string;
	query?: object;
	body?: unknown;
	/** What each item of the output has at least. */
	output: object[];
}

/** Runs each operation and looks at the only request it sends. */
export function testOperations(fixture: PortalFixture, cases: OperationCase[]): void {
	it.each(cases.map((operation) => [operation.name, operation] as const))(
		'%s',
		async (_name, { given, items, method, path, query = {}, body, output }) => {
			const { portal, run } = fixture;
			const result = await run({ parameters: given(portal.state), items });
			expect(result.error).toBeUndefined();
			expect(portal.requests).toHaveLength(1);
			const [request] = portal.requests;
			expect({
				method: request?.method,
				path: request?.path.replace(/[a-z]{3}_\w+/g, '{}'),
				query: request?.query,
			}).toEqual({ method, path, query });
			expect(request?.body ?? {}).toEqual(body ?? {});
			expect(result.items.map(({ json }) => json)).toEqual(
				output.map((item) => expect.objectContaining(item) as unknown),
			);
			expect(result.items.every(({ pairedItem }) => pairedItem)).toBe(true);
		},
	);
}

/** A change to parameters that are right, and the whole sentence that refuses it. */
export type Refusal = [changes: INodeParameters, message: string, description: string];

/** Gives each wrong value and sees that nothing is sent. */
export function testRefusals(
	fixture: PortalFixture,
	right: INodeParameters,
	refusals: Refusal[],
	items?: INodeExecutionData[],
): void {
	it.each(refusals)('refuses %j: %s', async (changes, message, description) => {
		const { error } = await fixture.run({ parameters: { ...right, ...changes }, items });
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.description).toBe(`${description} Nothing was sent.`);
		expect(fixture.portal.requests).toEqual([]);
	});
}

/** The `id` of the first of them. */
export function firstId(objects: Array<{ id: string }>): string {
	const [first] = objects;
	if (first === undefined) throw new Error('The portal has none of these');
	return first.id;
}
