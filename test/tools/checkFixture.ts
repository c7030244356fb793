import axios from 'axios';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnswerCheck, startAnswerCheck } from '../../sandbox/contract/answerCheck';
import { type Portal, type PortalOptions, startPortal } from '../../sandbox/portal';
import { allScopes } from '../../sandbox/scopes';
import { emptyState } from '../../sandbox/state';
import { check } from '../../tools/checkApi/check';
import type { OperationResult } from '../../tools/checkApi/reading/results';
import { type Findings, judgeAll, type Judged } from '../../tools/checkApi/report/report';
import type { Task } from '../../tools/checkApi/showTasks';
import { Ledger } from '../../tools/checkApi/writing/ledger';
import type { Plan } from '../../tools/checkApi/writing/plan';
import { stockUp } from '../node/contract/stock';

/** The key of the check: fills no limit but its own. */
export const CHECK_KEY = 'check-key-3f9a1c27d8';

const WINDOW = 1200;

/** What came out of a check. */
export interface Checked {
	findings: Findings;
	/** By number: `I1`. */
	inferences: Record<string, Judged>;
	/** By operationId. */
	operations: Record<string, OperationResult>;
	/** The file as it was written. */
	report: string;
	ledger: Ledger;
	/** What was shown on the way. */
	told: string[];
}

/** How the check is run. */
export interface CheckInput {
	write?: boolean;
	scopes?: string[];
	plan?: Partial<Plan>;
}

let answerCheck: AnswerCheck | undefined;
let folder = '';
let checks = 0;
const running: Portal[] = [];

beforeAll(async () => {
	answerCheck = await startAnswerCheck();
	folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(async () => {
	await Promise.all(running.splice(0).map(async (portal) => await portal.close()));
});
afterAll(async () => {
	await answerCheck?.close();
	rmSync(folder, { recursive: true });
});

/** A portal for one test. */
export async function portalFor(options: PortalOptions = {}): Promise<Portal> {
	const portal = await startCheckPortal(options);
	running.push(portal);
	return portal;
}

/** A portal that whoever starts it closes. Its limit is the documented one, its minute is short. */
export async function startCheckPortal(options: PortalOptions = {}): Promise<Portal> {
	const all = [...allScopes];
	return await startPortal({
		windowMilliseconds: WINDOW,
		limit: 60,
		tokenBodies: 'jsonOrForm',
		keys: [
			{ token: 'sandbox-key', scopes: all },
			{ token: CHECK_KEY, scopes: all },
		],
		...options,
	});
}

/** A portal in which nothing is. */
export async function emptyPortal(): Promise<Portal> {
	const portal = await portalFor();
	Object.assign(portal.state, emptyState());
	return portal;
}

/** Puts something of every kind into the portal. */
export async function fill(portal: Portal): Promise<void> {
	const stock = await stockUp(portal);
	const api = axios.create({
		baseURL: portal.apiUrl,
		headers: { Authorization: 'Bearer sandbox-key' },
		proxy: false,
	});
	await api.post('/file-shares', { content: [stock['fsf_']] });
	const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
	await api.post('/appointments', {
		name: 'Gesprek',
		customerId: stock['cst_'],
		startsAt: `${day} 10:00`,
		endsAt: `${day} 11:00`,
	});
	const { state } = portal;
	state.paymentLinkPayments.push({
		id: 'plp_abcdef0123456789',
		paymentLinkId: stock['plk_'] ?? '',
		amount: '12.95',
		status: 'paid',
		payersName: 'Jansen',
		integration: 'mollie',
		integrationId: 'tr_abcdef',
		createdAt: state.paymentLinks[0]?.createdAt ?? '',
	});
	portal.requests.length = 0;
}

/** Runs the check without a terminal. */
export async function runCheck(
	portal: Portal,
	{ write = false, scopes, plan }: CheckInput = {},
): Promise<Checked> {
	if (!answerCheck) throw new Error('The fixture is for tests only.');
	const report = join(folder, `report-${checks++}.md`);
	const told: string[] = [];
	const ledger = new Ledger();
	const findings = await check({
		options: {
			write,
			verbose: false,
			report,
			baseUrl: portal.apiUrl,
			oauthUrl: portal.url,
			webhookPort: Number(new URL(plan?.webhookUrl ?? 'http://x:0').port),
		},
		key: CHECK_KEY,
		scopes,
		plan: write
			? { stamp: '20260101-120000', email: 'me@mine.example', mayInvite: true, ...plan }
			: undefined,
		person: { say: (text) => told.push(text) },
		signal: new AbortController().signal,
		answerCheck,
		ledger,
		now: new Date(),
		windowMilliseconds: WINDOW,
		webhookPatience: 3000,
		runTasks: async (tasks: readonly Task[]) => {
			for (const task of tasks) await task.run((line) => told.push(line));
		},
	});
	const judged = judgeAll(findings.evidence);
	return {
		findings,
		inferences: Object.fromEntries(judged.map((one) => [one.number, one])),
		operations: Object.fromEntries(
			findings.evidence.results.map((result) => [result.operation.operationId, result]),
		),
		report: readFileSync(report, 'utf8'),
		ledger,
		told,
	};
}

/** Verdicts by number, for one comparison. */
export function verdicts({ inferences }: Checked, ...numbers: string[]): Record<string, string> {
	return Object.fromEntries(
		numbers.map((number) => [number, inferences[number]?.verdict ?? 'unknown']),
	);
}

/** All texts and long numbers that a portal holds. */
export function valuesIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Buffer.isBuffer(value) || typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(valuesIn);
}
