import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import {
	type Misbehaviour,
	type Portal,
	type PortalState,
	startPortal,
} from '../../../sandbox/portal';
import { allScopes } from '../../../sandbox/scopes';
import { itemWithFiles } from '../contract/fillIn';
import { type Stock, stockUp } from '../contract/stock';
import { runNode } from '../engine';
import { newClient } from '../oauth/connectedPortal';
import { openTokenAddress } from '../oauth/tokenAddress';
import { API_KEY } from '../portalFixture';
import { type Access, accessByKey, accessByToken, apiKeyOf } from './access';
import { openBrokenStore } from './brokenStore';
import { type ClientTime, watchClientTime } from './clientTime';
import { closedDoor } from './closedDoor';
import { copyOf, letMessagesAge } from './firstState';
import type { Fault } from './fault';
import { type ErrorMode, fateIn, settingsFor, wordsOf } from './fates';
import { flawsOfItems, flawsOfWords } from './flaws';
import { lists, type TestedKind } from './requestKinds';
import { isListPage, type ServedList } from './servedList';

/** One request that meets one fault in one error mode. */
export interface Cell {
	kind: TestedKind;
	fault: Fault;
	mode: ErrorMode;
}

/** What became of it. */
export interface Result {
	/** How often the portal has carried the change out. */
	timesCarriedOut: number;
	/** What the item says; a sentence where it is none of the fates. */
	says: string;
	/** What is wrong beside that. */
	flaws: string[];
}

/** What surrounds the portal of a lane. */
async function openSurroundings(portal: Portal) {
	return {
		tokenAddress: await openTokenAddress(portal.url),
		store: await openBrokenStore(),
	};
}

/** A portal of its own, in which cells are played one after the other. */
export class Lane {
	private cellsPlayed = 0;
	private readonly parameters = new Map<TestedKind, INodeParameters>();
	private served: ServedList | undefined;
	private brokenLinks = 0;
	private meanwhile: Promise<unknown> | undefined;
	private clientTime: ClientTime | undefined;

	private constructor(
		private readonly portal: Portal,
		private readonly client: ReturnType<typeof newClient>,
		private readonly around: Awaited<ReturnType<typeof openSurroundings>>,
		private readonly stock: Stock,
		private readonly state: PortalState,
	) {}

	/** @param mostCells How many cells may be played in it. */
	static async open(mostCells: number): Promise<Lane> {
		const tokens = Array.from({ length: mostCells }, (_, index) => apiKeyOf(index + 1));
		const scopes = [...allScopes];
		const client = newClient();
		const opened: { lane?: Lane } = {};
		const portal = await startPortal({
			limit: Infinity,
			keys: [API_KEY, ...tokens].map((token) => ({ token, scopes })),
			oauthClients: [client],
			tokenBodies: 'jsonOrForm',
			alterAnswer: ({ body }) => (opened.lane === undefined ? body : opened.lane.altered(body)),
		});
		const around = await openSurroundings(portal);
		const stock = await stockUp(portal);
		const lane = new Lane(portal, client, around, stock, copyOf(portal.state));
		opened.lane = lane;
		return lane;
	}

	async close(): Promise<void> {
		this.around.tokenAddress.close();
		this.around.store.close();
		await this.portal.close();
	}

	/** Plays one cell in a portal as it was at first. */
	async play({ kind, fault, mode }: Cell): Promise<Result> {
		const { portal } = this;
		Object.assign(portal.state, copyOf(this.state));
		letMessagesAge(portal.state);
		portal.behave();
		const access = await this.accessFor(fault);
		portal.requests.length = 0;
		this.prepare(kind, fault, access);
		const door =
			fault.does === 'refuseConnection'
				? await closedDoor(Number(new URL(portal.url).port))
				: undefined;
		if (!fault.lasts) door?.openAfterRefusal();
		const output = await runNode({
			parameters: this.parametersOf(kind),
			items: [itemWithFiles],
			settings: settingsFor[mode],
			credential: door
				? { ...access.credential, baseUrl: `http://127.0.0.1:${door.port}/v1` }
				: access.credential,
		});
		await door?.close();
		await this.meanwhile;
		this.clientTime?.stop();
		await this.untilSettled(fault);
		const words = wordsOf(output, mode);
		const hasResult = output.items.length > 0;
		return {
			timesCarriedOut: portal.requests.filter(
				({ method, carriedOut }) => method !== 'GET' && carriedOut,
			).length,
			says: words === undefined ? (hasResult ? 'done' : 'nothing came out') : fateIn(words),
			flaws: [
				...(words === undefined
					? flawsOfItems(kind, output.items, portal.state, this.served)
					: flawsOfWords(words)),
				...(portal.requests.length > MOST_REQUESTS
					? [`${portal.requests.length} requests were sent`]
					: []),
				...(access.secrets.some((secret) => output.record.includes(secret))
					? ['a secret stands in the execution data']
					: []),
			],
		};
	}

	private async accessFor({ token }: Fault): Promise<Access> {
		const { portal, client, around } = this;
		return token === undefined
			? accessByKey(portal, ++this.cellsPlayed)
			: await accessByToken(portal, client, around.tokenAddress, token);
	}

	private prepare(kind: TestedKind, fault: Fault, access: Access): void {
		const { portal } = this;
		const { does, lasts, then, reading, readings = Infinity, list, link } = fault;
		const { method, recovery } = kind;
		const onArrival = (): void => this.onArrival(kind, fault, access);
		this.served = list?.();
		this.brokenLinks = link?.times ?? 0;
		this.around.store.trouble = link;
		this.meanwhile = undefined;
		this.clientTime = fault.timesOut && watchClientTime(portal.url);
		if (does !== 'refuseConnection') {
			const now: Misbehaviour = typeof does === 'function' ? does() : does;
			portal.misbehave({ ...now, method, times: lasts ? Infinity : 1, onArrival });
		}
		if (then) portal.misbehave({ ...then.does, method });
		if (recovery !== undefined && reading) {
			portal.misbehave({ ...reading, method: 'GET', times: readings });
		}
	}

	/** What happens when the request has arrived that meets the fault. */
	private onArrival(kind: TestedKind, fault: Fault, { credential }: Access): void {
		if (fault.timesOut) void this.letTimeRunOut(kind, fault);
		if (fault.token?.expires === 'onArrival') this.portal.oauth.expireAccessTokens();
		const [resource = ''] = kind.name.split('.');
		const list = lists.find(({ name }) => name === `${resource}.getAll`);
		if (fault.isReadMeanwhile && list !== undefined) {
			this.meanwhile = runNode({ parameters: this.parametersOf(list), credential });
		}
	}

	/** As soon as what the portal does with the request is done. */
	private async letTimeRunOut({ method }: TestedKind, { carriesOut }: Fault): Promise<void> {
		const isCarriedOut = (): boolean =>
			this.portal.requests.some((request) => request.method === method && request.carriedOut);
		do await nextTurn();
		while (carriesOut && !isCarriedOut());
		this.clientTime?.runOut();
	}

	/** What the portal answers in place of what it would answer. */
	private altered(body: unknown): unknown {
		if (this.served !== undefined && isListPage(body)) return this.served.pageFor(body);
		const isLink = typeof body === 'object' && body !== null && 'link' in body;
		if (isLink && this.brokenLinks-- > 0) return { ...body, link: this.around.store.url };
		return body;
	}

	/** What the portal finishes after its connection ended has to be over before it is counted. */
	private async untilSettled({ does }: Fault): Promise<void> {
		if (typeof does !== 'object' || does.kind !== 'finishLate') return;
		const ends = Date.now() + does.milliseconds + 500;
		const isOver = (): boolean =>
			this.portal.requests
				.filter(({ method }) => method !== 'GET')
				.every(({ carriedOut, status }) => carriedOut || status !== undefined);
		while (!isOver() && Date.now() < ends) await pause(5);
	}

	private parametersOf(kind: TestedKind): INodeParameters {
		const known = this.parameters.get(kind) ?? kind.parametersWith(this.stock);
		this.parameters.set(kind, known);
		return known;
	}
}

/**
 * More than any of them takes: at 60 requests per minute nobody waits for hours. A list that is too long is
 * told as such after 71 requests, and looked into twice for what is in doubt.
 */
const MOST_REQUESTS = 150;
