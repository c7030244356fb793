import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { eventOf } from '../../shared/objects/events';
import { connect, type Connection } from '../../shared/transport/connection';
import { Failure, readParameter } from '../../shared/transport/failure';
import { toFlag } from '../../shared/values/flag';
import { isInnerAddress } from '../../shared/values/innerAddress';
import { toList } from '../../shared/values/list';

/** Where and for what a node wants to be called. */
export interface Site {
	context: IHookFunctions;
	connection: Connection;
	/** The address that n8n gave the node: its own for tests, so that both are kept apart. */
	base: string;
	/** The chosen events, each once. */
	types: string[];
}

/** A person waits, and n8n itself when it starts or stops: in milliseconds, where n8n would wait 300 s. */
const LONGEST_ANSWER = 15_000;

/** @throws Failure */
export async function siteOf(context: IHookFunctions): Promise<Site> {
	const base = context.getNodeWebhookUrl('default');
	if (base === undefined) {
		throw new Failure('n8n gave the trigger no webhook address', 'Add the trigger node anew.');
	}
	const types = [...new Set(readEvents(context) as string[])];
	const connection = await connect(context);
	const template = { ...connection.template, timeout: LONGEST_ANSWER };
	return { context, connection: { ...connection, template }, base, types };
}

/** @throws Failure that names what to change, before anything is sent. */
export function checkSite({ context, connection, base, types }: Site): void {
	if (types.length === 0) {
		throw new Failure('No event is chosen', 'Choose at least one under Events.');
	}
	const unknown = types.filter((type) => eventOf(type) === undefined);
	if (unknown.length > 0) {
		throw new Failure(
			`Events holds an unknown event: ${unknown[0]}`,
			'Choose events from the list, or use their names such as invoice-paid.',
		);
	}
	readIgnoreRepeats(context);
	// An API on this machine or in this network, such as the stand-in portal, does reach n8n there.
	if (isInnerAddress(base) && !isInnerAddress(connection.baseUrl)) {
		throw new Failure(
			`MijnKlantportaal cannot call this n8n, because its webhook address ${new URL(base).origin} leads nowhere from the internet`,
			'Set the environment variable WEBHOOK_URL (in newer versions N8N_WEBHOOK_URL) to the public address of n8n, e.g. https://n8n.example.com/, restart n8n and activate the workflow again.',
		);
	}
}

/**
 * The address that the portal calls for an event. The payload is not documented, so the address has to
 * tell the event. It does so in the query: n8n finds a webhook by its path and keeps a fixed path word
 * for word, whereas a parameter in the path (`webhook/:event`) is found only by the number of its
 * segments and never for a path that n8n itself puts an identifier in front of (n8n 2.41,
 * `webhook.service`). One path is also one entry in n8n, where 23 paths would be 23.
 * @param base The address that n8n gave the node.
 */
export function addressOf(base: string, type: string): string {
	return `${base}?event=${type}`;
}

/** The chosen events; see `readParameter`. */
export function readEvents(
	context: IHookFunctions | IWebhookFunctions,
	otherwise?: unknown[],
): unknown[] {
	return readParameter('Events', context.getNodeParameter('events', []), toList, otherwise);
}

/** Whether repeated deliveries are ignored; see `readParameter`. */
export function readIgnoreRepeats(
	context: IHookFunctions | IWebhookFunctions,
	otherwise?: boolean,
): boolean {
	const value = context.getNodeParameter('ignoreRepeats', true);
	return readParameter('Ignore Repeated Deliveries', value, toFlag, otherwise);
}
