import type { ApiClient, ApiRequest } from '../asking/apiClient';
import { type Exchange, fieldOf, isSuccess } from '../asking/exchange';
import { operationOf } from '../contractOperations';
import type { Results } from '../reading/results';
import type { WritingEvidence } from './evidence';
import type { Ledger, Made } from './ledger';
import type { Plan } from './plan';
import type { WebhookReceiver } from './webhookReceiver';

/** An object that the check made. */
export interface OwnObject {
	id: string;
	entry: Made;
	/** As the API answered it. */
	body: unknown;
}

/** What the steps of writing work with, and hand on to each other. */
export interface Workbench {
	client: ApiClient;
	results: Results;
	plan: Plan;
	ledger: Ledger;
	evidence: WritingEvidence;
	signal: AbortSignal;
	receiver?: WebhookReceiver;
	/** How long the call of a webhook is waited for, in milliseconds. */
	webhookPatience: number;
	customer?: OwnObject;
	invoices: OwnObject[];
	offer?: OwnObject;
	paymentLink?: OwnObject;
	webhook?: OwnObject;
}

/** A step that did not work; the message holds no value of the portal. */
export class StepFailure extends Error {}

/** What a step makes. */
export interface Making {
	kind: string;
	name: string;
	/** What happens to it, or what a person can do. */
	remark: string;
	request: ApiRequest;
	/** For a refusal that is a result and not a difference from the contract. */
	mayBeRefused?: boolean;
}

/**
 * Makes something, and notes it before and after.
 * @returns The answer, and the object where it was made.
 */
export async function make(
	{ client, results, ledger }: Workbench,
	{ kind, name, remark, request, mayBeRefused }: Making,
): Promise<{ exchange: Exchange; object?: OwnObject }> {
	const entry = ledger.begin(kind, name, remark);
	const exchange = await client.send(request);
	const isMade = isSuccess(exchange);
	if (isMade) entry.state = 'made';
	else if (exchange.status < 500) ledger.forget(entry);
	if (request.operationId !== undefined && (isMade || !mayBeRefused)) {
		await results.note(operationOf(request.operationId), exchange);
	}
	const id = fieldOf(exchange.body, 'id');
	const object = isMade && typeof id === 'string' ? { id, entry, body: exchange.body } : undefined;
	return { exchange, object };
}

/** Changes or reads something of the check's own, held against the contract. */
export async function perform(
	{ client, results }: Workbench,
	request: ApiRequest & { operationId: string },
): Promise<Exchange> {
	const exchange = await client.send(request);
	await results.note(operationOf(request.operationId), exchange);
	return exchange;
}

/** @throws StepFailure when it was not made, with the status only. */
export function madeOrFail(
	{ exchange, object }: { exchange: Exchange; object?: OwnObject },
	what: string,
): OwnObject {
	if (object) return object;
	throw new StepFailure(
		isSuccess(exchange)
			? `${what} was answered without an identifier`
			: `${what} was refused with status ${exchange.status}`,
	);
}

/** @throws StepFailure when the step before did not work. */
export function needed<Thing>(thing: Thing | undefined, what: string): Thing {
	if (thing !== undefined) return thing;
	throw new StepFailure(`needs ${what}, which was not made`);
}
