import './typescriptFirst';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { MijnKlantportaal } from '../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { findByKey } from '../nodes/shared/objects/findByKey';
import type { PortalObject } from '../nodes/shared/objects/portalObject';
import { portalObjects } from '../nodes/shared/objects/portalObjects';
import { now } from '../nodes/shared/transport/clock';
import { connect } from '../nodes/shared/transport/connection';
import { toLoadOptionsContext } from '../test/node/engine';
import { runAnyNode } from './anyNode';
import { line, rounded } from './output';
import { type PortalProcess, startPortalProcess } from './portalProcess';

/**
 * What it costs to find objects by what people know: list requests of 200 orders, each of which starts an
 * execution of its own, among 1,000 customers, next to the same as people build it from Get Many and Merge;
 * and the memory that 10,000 objects take. Requests are counted, the limit of the API is lifted.
 */
const customers = 1000;
const orders = 200;
/** As each of them reads the same, a few show what all of them would. */
const ordersWithMerge = 5;
const mostListRequests = Math.ceil(customers / 15) + orders;
const objects = 10_000;
const mostMegabytes = 10;

interface Order extends IDataObject {
	email: string;
	number: string;
}

const type = new MijnKlantportaal();

async function runOurs(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	{ credential }: PortalProcess,
): Promise<INodeExecutionData[]> {
	const name = 'n8n-nodes-mijnklantportaal.mijnKlantportaal';
	return await runAnyNode({ type, name, version: 1, parameters }, items, credential);
}

const createFor = (mode: string, value: string): INodeParameters => ({
	resource: 'invoice',
	operation: 'createManual',
	customerId: { __rl: true, mode, value },
	invoiceNumber: '={{ $json.number }}',
	issuedAt: '2026-10-01',
	specifyLines: 'fields',
	lines: { line: [{ description: 'Order', amountExclVat: '10', vatRate: 21 }] },
});

function orderOf(index: number): Order {
	return { email: `info@klant${41 + index * 4}.example`, number: `2026-${index}` };
}

/** Customer By Email. */
async function byEmail(portal: PortalProcess, order: Order): Promise<void> {
	await runOurs(createFor('email', '={{ $json.email }}'), [{ json: { ...order } }], portal);
}

/** Get Many with Return All, then Merge by e-mail address, then Create. */
async function byMerge(portal: PortalProcess, order: Order): Promise<void> {
	const getMany = { resource: 'customer', operation: 'getAll', returnAll: true };
	const all = await runOurs(getMany, [{ json: {} }], portal);
	const merged = all
		.filter(({ json }) => json.primaryEmail === order.email)
		.map(({ json }) => ({ json: { ...json, ...order } }));
	await runOurs(createFor('id', '={{ $json.id }}'), merged, portal);
}

interface Count {
	lists: number;
	all: number;
	made: number;
}

async function count(
	portal: PortalProcess,
	carryOut: (portal: PortalProcess, order: Order) => Promise<void>,
	times: number,
): Promise<Count> {
	await portal.reset();
	for (let index = 0; index < times; index++) await carryOut(portal, orderOf(index));
	const { requests, invoiceNumbers } = await portal.report();
	const lists = requests.filter(({ method, path }) => method === 'GET' && path === '/customers');
	return { lists: lists.length, all: requests.length, made: invoiceNumbers.length };
}

function report(name: string, { lists, all }: Count, times: number, target?: number): void {
	const perOrder = orders / times;
	const listRequests = Math.round(lists * perOrder);
	const minutes = (all * perOrder) / 60;
	line(
		name,
		`${listRequests} list requests`,
		target === undefined ? undefined : { text: `at most ${target}`, isMet: listRequests <= target },
	);
	line('', `${Math.round(all * perOrder)} requests: ${rounded(minutes, 0)} minutes at 60 a minute`);
}

/** Memory that is in use after what nobody holds any more was given back, in bytes. */
function usedMemory(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	collect();
	return process.memoryUsage().heapUsed;
}

async function memoryOf(portal: PortalProcess, object: PortalObject, field: string): Promise<void> {
	const connection = await connect(toLoadOptionsContext(portal.credential));
	const before = usedMemory();
	const key = { [field]: 'not there' };
	const { searched } = await findByKey(connection, object, key, { since: now() });
	const megabytes = (usedMemory() - before) / 1024 / 1024;
	if (searched !== objects) throw new Error(`${searched} ${object.noun}s were read.`);
	line(`${objects} ${object.noun}s, searched`, `${rounded(megabytes)} MB`, {
		text: `at most ${mostMegabytes} MB`,
		isMet: megabytes <= mostMegabytes,
	});
}

async function main(): Promise<void> {
	console.log(`${orders} orders, each an execution of its own, among ${customers} customers`);
	const portal = await startPortalProcess({ limit: Infinity, seeded: { customers } });
	const ours = await count(portal, byEmail, orders);
	if (ours.made !== orders) throw new Error(`${ours.made} invoices were made.`);
	report('Customer By Email', ours, orders, mostListRequests);
	const merged = await count(portal, byMerge, ordersWithMerge);
	if (merged.made !== ordersWithMerge) throw new Error(`${merged.made} invoices were made.`);
	report(`Get Many and Merge (${ordersWithMerge} tried)`, merged, ordersWithMerge);
	await portal.stop();

	console.log('Memory of what is known');
	const many = await startPortalProcess({
		limit: Infinity,
		seeded: { customers: objects, invoices: objects },
	});
	await memoryOf(many, portalObjects.customer, 'primaryEmail');
	await memoryOf(many, portalObjects.invoice, 'invoiceNumber');
	await many.stop();
}

void main();
