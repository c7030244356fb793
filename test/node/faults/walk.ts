import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { type Misbehaviour, type Portal, startPortal } from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';
import { runNode, type RunOutput } from '../engine';
import { API_KEY, INVOICE, itemWithFile, LINK, pdf } from '../portalFixture';
import { type Claim, claimsOf } from './claims';
import { type ErrorMode, settingsFor } from './fates';

/** What is drawn at random. */
export interface Walk {
	makes: 'invoices' | 'paymentLinks';
	/** How many items each execution has; all executions run at once with the same key. */
	itemCounts: number[];
	mode: ErrorMode;
	retryOnFail: boolean;
	/** What happens to the requests that make something, in the order in which they arrive. */
	faults: string[];
	/** What happens to the readings of lists, in the order in which they arrive. */
	readingFaults: string[];
}

/** @param timesFaster How fast the node's clock goes. */
function misbehaviours(timesFaster: number): Record<string, Misbehaviour> {
	return {
		none: { kind: 'slow', milliseconds: 0 },
		lost: { kind: 'loseAnswer' },
		dropped: { kind: 'dropRequest' },
		cut: { kind: 'cutAnswer' },
		'finished late': { kind: 'finishLate', milliseconds: 3000 / timesFaster },
		'502 carried out': { kind: 'status', status: 502, carryOut: true },
		'502': { kind: 'status', status: 502 },
		'408': { kind: 'status', status: 408 },
		'204 carried out': { kind: 'status', status: 204, body: '', carryOut: true },
		'429': { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
		'422': { kind: 'status', status: 422, body: { message: 'The amount is too high.' } },
		'web page': { kind: 'html' },
		'broken JSON': { kind: 'brokenJson' },
		maintenance: { kind: 'status', status: 200, body: { message: 'Scheduled maintenance.' } },
	};
}

const READING_FAULTS = ['none', 'none', 'dropped', '502', '429', 'web page', 'maintenance'];

/** @param mostItems Of one execution. */
export function walks(timesFaster: number, mostItems = 30): fc.Arbitrary<Walk> {
	const fault = fc.oneof(
		{ weight: 2, arbitrary: fc.constant('none') },
		{ weight: 1, arbitrary: fc.constantFrom(...Object.keys(misbehaviours(timesFaster))) },
	);
	return fc.record({
		makes: fc.constantFrom('invoices', 'invoices', 'paymentLinks'),
		itemCounts: fc.array(fc.integer({ min: 1, max: mostItems }), { minLength: 1, maxLength: 2 }),
		mode: fc.constantFrom('stop', 'continue', 'errorOutput'),
		retryOnFail: fc.boolean(),
		faults: fc.array(fault, { maxLength: 20 }),
		readingFaults: fc.array(fc.constantFrom(...READING_FAULTS), { maxLength: 6 }),
	});
}

/** A portal of its own, in which walks are walked one after the other. */
export class WalkedPortal {
	private walked = 0;

	private constructor(
		private readonly portal: Portal,
		private readonly timesFaster: number,
	) {}

	/** @param mostWalks How many may be walked in it. */
	static async open(mostWalks: number, timesFaster: number): Promise<WalkedPortal> {
		const keys = Array.from({ length: mostWalks + 1 }, (_, index) => ({
			token: `${API_KEY}-${index}`,
			scopes: [...allScopes],
		}));
		return new WalkedPortal(await startPortal({ limit: Infinity, keys }), timesFaster);
	}

	async close(): Promise<void> {
		await this.portal.close();
	}

	/** What the items say and what the portal holds, where they disagree. */
	async disagreements(walk: Walk): Promise<string[]> {
		const { portal } = this;
		portal.reset();
		const apiKey = `${API_KEY}-${++this.walked}`;
		const known = misbehaviours(this.timesFaster);
		const path = walk.makes === 'invoices' ? /^\/customer-invoices$/ : /^\/payment-links$/;
		for (const name of walk.faults) {
			portal.misbehave({ ...(known[name] as Misbehaviour), method: 'POST', path });
		}
		for (const name of walk.readingFaults) {
			portal.misbehave({ ...(known[name] as Misbehaviour), method: 'GET', path });
		}
		const outputs = await Promise.all(
			walk.itemCounts.map(async (_, execution) => await this.execute(walk, execution, apiKey)),
		);
		// What the portal finishes late.
		await pause(3000 / this.timesFaster + 20);
		const disagreements = outputs.flatMap((output, execution) =>
			this.disagreementsOf(walk, execution, output),
		);
		if (walk.makes !== 'invoices' || disagreements.length > 0) return disagreements;
		return await this.disagreementsOfAnotherRun(walk, apiKey);
	}

	private async execute(
		walk: Walk,
		execution: number,
		apiKey: string,
		additional: object = {},
	): Promise<RunOutput> {
		return await runNode({
			parameters: { ...(walk.makes === 'invoices' ? INVOICE : LINK), ...additional },
			items: itemsOf(walk, execution),
			settings: {
				...settingsFor[walk.mode],
				...(walk.retryOnFail ? { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } : {}),
			},
			credential: { apiKey, baseUrl: this.portal.apiUrl },
		});
	}

	private disagreementsOf(walk: Walk, execution: number, output: RunOutput): string[] {
		const claims = claimsOf(output, walk.mode, walk.itemCounts[execution] ?? 0);
		return itemsOf(walk, execution).flatMap((_, index) => {
			const name = nameOf(execution, index);
			const held = this.timesHeld(walk, name);
			const claim = claims.get(index);
			return isTrue(claim, held)
				? []
				: [`${name}: says ${claim ?? 'nothing'}, is in the portal ${held} times`];
		});
	}

	/** The workflow runs again, as after a failure: what is there comes out, the rest is made. */
	private async disagreementsOfAnotherRun(walk: Walk, apiKey: string): Promise<string[]> {
		this.portal.behave();
		const again = { ...walk, mode: 'stop' as const, retryOnFail: false };
		const outputs = await Promise.all(
			walk.itemCounts.map(
				async (_, execution) =>
					await this.execute(again, execution, apiKey, { ifExists: 'useExisting' }),
			),
		);
		return outputs.flatMap((output, execution) =>
			output.error === undefined
				? itemsOf(walk, execution).flatMap((_, index) => {
						const name = nameOf(execution, index);
						const held = this.timesHeld(walk, name);
						return held === 1 ? [] : [`${name}: after another run in the portal ${held} times`];
					})
				: [`another run: ${output.error.message}`],
		);
	}

	private timesHeld({ makes }: Walk, name: string): number {
		const { invoices, paymentLinks } = this.portal.state;
		return makes === 'invoices'
			? invoices.filter(({ invoiceNumber }) => invoiceNumber === name).length
			: paymentLinks.filter(({ description }) => description === name).length;
	}
}

function isTrue(claim: Claim | undefined, held: number): boolean {
	switch (claim) {
		case 'done':
			return held === 1;
		case 'unknown':
			return held <= 1;
		case 'failed':
		case 'unsent':
			return held === 0;
		case undefined:
			return false;
	}
}

const nameOf = (execution: number, index: number): string => `W-${execution}-${index}`;

function itemsOf({ itemCounts }: Walk, execution: number): INodeExecutionData[] {
	return Array.from({ length: itemCounts[execution] ?? 0 }, (_, index) => {
		const name = nameOf(execution, index);
		return itemWithFile(pdf(name), { json: { number: name, description: name } });
	});
}
