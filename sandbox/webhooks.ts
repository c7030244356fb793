import axios from 'axios';
import { createHmac } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Settings } from './options';
import type { Webhook } from './records';
import type { PortalState } from './state';

/** The complete list of the documentation. */
export const webhookTypes = [
	'appointment-created',
	'appointment-canceled',
	'customer-created',
	'customer-deleted',
	'offer-created',
	'offer-deleted',
	'offer-accepted',
	'offer-rejected',
	'invoice-created',
	'invoice-chargeback',
	'invoice-paid',
	'invoice-deleted',
	'payment-link-created',
	'payment-link-expired',
	'payment-link-paid',
	'ticket-created',
	'ticket-reply-customer',
	'ticket-reply-employee',
	'subscription-created',
	'subscription-updated',
	'subscription-deleted',
	'subscription-payment-created',
	'subscription-payment-updated',
] as const;

export type WebhookType = (typeof webhookTypes)[number];

/** One call, or try of a call, to a registered address. */
export interface Delivery {
	at: number;
	webhookId: string;
	type: string;
	url: string;
	/** 1 for the first try. */
	attempt: number;
	payload: unknown;
	signature: string;
	/** Status of the receiver's answer, undefined when there was none. */
	status?: number;
	error?: string;
}

const retryPauseMilliseconds = 100;
const localHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Calls the registered webhooks. Method and payload are undocumented: here POST and the object as JSON. */
export class Webhooks {
	readonly deliveries: Delivery[] = [];
	private readonly underWay = new Set<Promise<void>>();
	private readonly closing = new AbortController();

	constructor(
		private readonly state: PortalState,
		private readonly settings: Settings,
	) {
		// Every call listens, and hundreds may be under way.
		setMaxListeners(0, this.closing.signal);
	}

	/** Calls every webhook of that type; done when all of them have answered or given up. */
	async fire(type: string, payload: unknown): Promise<void> {
		// Taken down now: what happens to the object later does not belong into this call.
		const body = JSON.stringify(payload);
		const calls = this.state.webhooks
			.filter((webhook) => webhook.type === type)
			.map((webhook) => this.deliver(webhook, body));
		for (const call of calls) {
			this.underWay.add(call);
			void call.finally(() => this.underWay.delete(call));
		}
		await Promise.all(calls);
	}

	/** Waits until no call is under way. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	forget(): void {
		this.deliveries.length = 0;
	}

	/** Breaks off everything that is under way. */
	close(): void {
		this.closing.abort();
	}

	private async deliver(webhook: Webhook, body: string): Promise<void> {
		for (let attempt = 1; attempt <= this.settings.webhookRetries + 1; attempt += 1) {
			const delivery = await this.attempt(webhook, body, attempt);
			this.deliveries.push(delivery);
			if (this.closing.signal.aborted) return;
			if (delivery.status !== undefined && delivery.status < 300) return;
			if (attempt <= this.settings.webhookRetries) await pause(retryPauseMilliseconds);
		}
	}

	private async attempt(webhook: Webhook, body: string, attempt: number): Promise<Delivery> {
		const delivery: Delivery = {
			at: Date.now(),
			webhookId: webhook.id,
			type: webhook.type,
			url: webhook.url,
			attempt,
			payload: JSON.parse(body) as unknown,
			signature: this.signatureOf(webhook, body),
		};
		// The portal is for trying things out: it calls nothing beyond this machine.
		if (!localHosts.includes(new URL(webhook.url).hostname)) {
			return { ...delivery, error: 'Not called: the address is not on this machine.' };
		}
		try {
			const { status } = await axios.post(webhook.url, body, {
				headers: {
					'Content-Type': 'application/json',
					'X-Webhook-Signature': delivery.signature,
				},
				// A redirect or a proxy could lead beyond this machine.
				maxRedirects: 0,
				proxy: false,
				timeout: 10_000,
				validateStatus: () => true,
				responseType: 'text',
				signal: this.closing.signal,
			});
			return { ...delivery, status };
		} catch (error) {
			return { ...delivery, error: error instanceof Error ? error.message : String(error) };
		}
	}

	private signatureOf(webhook: Webhook, body: string): string {
		if (this.settings.webhookSignature === 'secret') return webhook.secret;
		return createHmac('sha256', webhook.secret).update(body).digest('hex');
	}
}
