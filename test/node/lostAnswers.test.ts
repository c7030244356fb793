import './fastClock';
import { type Portal, type RecordedRequest, startPortal } from '../../sandbox/portal';
import type { WriteOperation } from '../../nodes/MijnKlantportaal/execution/operation';
import type { Recovery } from '../../nodes/shared/objects/recovery';
import { documentedFieldFor, documentedFor, offered } from './contract/comparison';
import { alternatives, fillIn, itemWithFiles } from './contract/fillIn';
import type { OfferedOperation } from './contract/offeredFields';
import { stockUp } from './contract/stock';
import { runNode, type RunOutput } from './engine';
import { API_KEY } from './portalFixture';

/** The answer of the first request that changes something gets lost, after or before it was carried out. */
const FAULTS = ['loseAnswer', 'dropRequest'] as const;
type Fault = (typeof FAULTS)[number];

/** What must have happened in the end, by how the operation says that it is recovered. */
const EXPECTED: Record<
	Recovery['kind'] | 'absence',
	Record<Fault, { timesCarriedOut: number; ends: string }>
> = {
	search: {
		loseAnswer: { timesCarriedOut: 1, ends: 'done' },
		dropRequest: { timesCarriedOut: 1, ends: 'done' },
	},
	// Whether what is there is another one cannot be told.
	absence: {
		loseAnswer: { timesCarriedOut: 1, ends: 'unknown' },
		dropRequest: { timesCarriedOut: 1, ends: 'done' },
	},
	readBack: {
		loseAnswer: { timesCarriedOut: 1, ends: 'done' },
		dropRequest: { timesCarriedOut: 1, ends: 'done' },
	},
	// It does no harm twice, and nobody has to look.
	repeat: {
		loseAnswer: { timesCarriedOut: 2, ends: 'done' },
		dropRequest: { timesCarriedOut: 1, ends: 'done' },
	},
	none: {
		loseAnswer: { timesCarriedOut: 1, ends: 'unknown' },
		dropRequest: { timesCarriedOut: 0, ends: 'unknown' },
	},
};

const writes = offered.flatMap((operation) =>
	operation.operation.method === 'GET'
		? []
		: [{ operation, recovery: recoveryOf(operation.operation) }],
);
const cases = writes.flatMap(({ operation, recovery }) =>
	FAULTS.map((fault) => ({ name: operation.name, operation, recovery, fault })),
);

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal({ limit: Infinity });
});
afterAll(async () => await portal.close());

test.each(cases)(
	'$name after $fault is recovered as it says ($recovery)',
	async ({ operation, recovery, fault }) => {
		const parameters = fillIn(operation, {
			extent: 'all',
			// Not the first choice, which an object may have already.
			variant: 1,
			without: alternatives[operation.name]?.[0] ?? [],
			with: [],
			stock: await stockUp(portal),
			schemaOf: (name) => schemaFor(operation, name),
		});
		portal.misbehave({ method: operation.operation.method, kind: fault });
		const output = await runNode({
			parameters,
			items: [itemWithFiles],
			credential: { apiKey: API_KEY, baseUrl: portal.apiUrl },
		});
		expect({
			timesCarriedOut: portal.requests.filter(isCarriedOutWrite).length,
			ends: endOf(output),
		}).toEqual(EXPECTED[recovery][fault]);
		// What comes out is what the portal holds.
		const stored = JSON.stringify(portal.state);
		for (const { json } of output.items) expect(stored).toContain(String(json.id));
	},
);

function recoveryOf({ recovery }: WriteOperation): keyof typeof EXPECTED {
	const isAbsence = recovery.kind === 'search' && recovery.mayBeAnother !== undefined;
	return isAbsence ? 'absence' : recovery.kind;
}

function schemaFor(operation: OfferedOperation, name: string) {
	const documented = documentedFor(operation);
	return documented && documentedFieldFor(documented, name)?.schema;
}

function isCarriedOutWrite({ method, carriedOut }: RecordedRequest): boolean {
	return method !== 'GET' && carriedOut;
}

function endOf({ error, items }: RunOutput): string {
	if (error === undefined) return items.length > 0 ? 'done' : 'nothing came out';
	return error.message.includes('Whether the request was carried out is unknown')
		? 'unknown'
		: `${error.message} ${error.description}`;
}
