import '../fastClock';
import type { INodeParameters } from 'n8n-workflow';
import { type Again, whenRunAgain } from '../../../nodes/MijnKlantportaal/execution/runningAgain';
import { type Portal, startPortal } from '../../../sandbox/portal';
import { runNode } from '../engine';
import { API_KEY } from '../portalFixture';
import { documentedFieldFor, documentedFor, offered } from './comparison';
import { alternatives, fillIn, itemWithFiles, variantsOf } from './fillIn';
import type { OfferedOperation } from './offeredFields';
import { stockUp } from './stock';

/** How a run is repeated: by n8n's Retry button, or once more by whoever started it. */
type Repetition = 'retry' | 'manual';

interface Case {
	name: string;
	offer: OfferedOperation;
	again: Again;
	by: Repetition;
	/** Which of the choices of its parameters are taken. */
	variant: number;
}

/** Every change, with what it says of being carried out once more (`HOW_TO_GO_ON`). */
const cases = offered.flatMap((offer): Case[] => {
	const { name, operation, properties } = offer;
	if (operation.method === 'GET') return [];
	const again = whenRunAgain(operation);
	const repetitions: Repetition[] = again === 'onlyMissing' ? ['retry', 'manual'] : ['retry'];
	const variants = again === 'sameChange' ? variantsOf(properties) : 1;
	return repetitions.flatMap((by) =>
		Array.from({ length: variants }, (_, variant) => ({ name, offer, again, by, variant })),
	);
});

let portal: Portal;
beforeAll(async () => {
	portal = await startPortal({ limit: Infinity });
});
afterEach(() => expect(portal.contractViolations).toEqual([]));
afterAll(async () => await portal.close());

test('there are operations of every class', () => {
	const classes: Again[] = ['onlyMissing', 'sameChange', 'again'];
	expect(new Set(cases.map(({ again }) => again))).toEqual(new Set(classes));
});

test.each(cases)('$name by $by, filled in with choice $variant: $again', async (each) => {
	const { again, by } = each;
	const parameters = await parametersOf(each);
	const before = stateOf(portal);
	const first = await carryOut(parameters, 'manual');
	expect(first.words).toBe('');
	const made = stateOf(portal);
	// A change may have been asked for that is there from the start.
	if (again !== 'sameChange') expect(made).not.toEqual(before);

	const second = await carryOut(parameters, by);
	if (again === 'again') {
		expect(second.words).toBe('');
		expect(stateOf(portal)).not.toEqual(made);
		return;
	}
	expect(stateOf(portal)).toEqual(made);
	if (isNamedByWhatItChanges(each.offer, parameters)) {
		// Under its old name it is not there any more, and whether another one is the same nobody knows.
		expect(second.words).toMatch(/ is not in the portal: .* Nothing was sent\.$/);
		return;
	}
	expect(second.words).toBe('');
	expect(second.ids).toEqual(first.ids);
});

async function parametersOf({ offer, again, by, variant }: Case): Promise<INodeParameters> {
	const documented = documentedFor(offer);
	const parameters = fillIn(offer, {
		extent: 'all',
		variant,
		without: alternatives[offer.name]?.[0] ?? [],
		with: [],
		stock: await stockUp(portal),
		schemaOf: (name) => documented && documentedFieldFor(documented, name)?.schema,
	});
	if (again !== 'onlyMissing') return parameters;
	// Retry looks for what is there by itself.
	return { ...parameters, ifExists: by === 'retry' ? 'createAnother' : 'useExisting' };
}

/** Whether the object is named by the value that is changed: a customer by e-mail address, which becomes another. */
function isNamedByWhatItChanges(
	{ resource: { object } }: OfferedOperation,
	{ updateFields, ...parameters }: INodeParameters,
): boolean {
	const named = parameters[object.idName] as { mode: string } | undefined;
	const key = object.keys?.find(({ mode }) => mode === named?.mode);
	return key !== undefined && key.field in { ...parameters, ...(updateFields as object) };
}

/** The IDs of what comes out, and the words of the error, if there is one. */
async function carryOut(parameters: INodeParameters, mode: Repetition) {
	const { items, error } = await runNode({
		parameters,
		items: [itemWithFiles],
		mode,
		credential: { apiKey: API_KEY, baseUrl: portal.apiUrl },
	});
	return {
		ids: items.map(({ json: { id } }) => id),
		words: error === undefined ? '' : `${error.message} ${error.description ?? ''}`,
	};
}

/** All that the portal holds. Its records have no date of their last change. */
function stateOf({ state }: Portal): unknown {
	return JSON.parse(JSON.stringify(state));
}
