import './typescriptFirst';
import '../test/node/silence';
import { setTimeout as pause } from 'node:timers/promises';
import { runAnyNode } from './anyNode';
import { linesCandidates, type Candidates } from './candidates';
import { invoiceItems } from './invoices';
import { line, rounded } from './output';
import { startPortalProcess } from './portalProcess';

/**
 * Whether something is left behind: 52,000 items in 260 executions of one process, with the heap after a
 * collection and what keeps a process alive after each, for our node and for n8n's HTTP Request node. Run
 * with `node --expose-gc --import tsx`.
 */
const executions = 260;
const itemsEach = 200;

/**
 * Executions after which nothing more is to come: they load and compile what all need, and fill what is
 * kept of the last 10,000 objects (claims.ts, turns.ts).
 */
const warmUp = 120;

/** How much the heap may grow for each execution, in KB: less than its 200 identifiers would take. */
const mostKilobytes = 10;

interface Sample {
	kilobytes: number;
	/** Timers and sockets, as Node.js calls them, with their number. */
	resources: Record<string, number>;
}

async function sample(): Promise<Sample> {
	// Connections that are kept alive end, and what was freed can be collected.
	await pause(50);
	for (let round = 0; round < 3; round++) globalThis.gc?.();
	const resources: Record<string, number> = {};
	for (const name of process.getActiveResourcesInfo()) {
		resources[name] = (resources[name] ?? 0) + 1;
	}
	return { kilobytes: process.memoryUsage().heapUsed / 1024, resources };
}

/** The growth for each sample: the slope of the straight line that fits best. */
function slopeOf(values: number[]): number {
	const middle = (values.length - 1) / 2;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const covariance = values.reduce(
		(sum, value, index) => sum + (index - middle) * (value - mean),
		0,
	);
	return covariance / values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
}

async function soak(candidateName: keyof Candidates): Promise<void> {
	const portal = await startPortalProcess({ limit: Infinity });
	const candidate = linesCandidates(portal.credential.baseUrl)[candidateName];
	const samples: Sample[] = [];
	let delivered = 0;
	for (let execution = 0; execution < executions; execution++) {
		await portal.reset();
		await runAnyNode(
			candidate,
			invoiceItems(itemsEach, () => ({})),
			portal.credential,
		);
		delivered += new Set((await portal.report()).invoiceNumbers).size;
		samples.push(await sample());
	}
	await portal.stop();
	print(candidateName, samples, delivered);
}

function print(candidateName: keyof Candidates, samples: Sample[], delivered: number): void {
	const rested = samples.slice(warmUp);
	const slope = slopeOf(rested.map(({ kilobytes }) => kilobytes));
	const listeners = process
		.eventNames()
		.reduce((sum, name) => sum + process.listenerCount(name), 0);
	const items = executions * itemsEach;
	console.log(`\n${candidateName}: ${items} items in ${executions} executions of one process`);
	line('delivered', String(delivered), { text: String(items), isMet: delivered === items });
	for (const execution of [1, warmUp / 2, warmUp, executions]) {
		const kilobytes = samples[execution - 1]?.kilobytes ?? 0;
		line(`heap after execution ${execution}`, `${rounded(kilobytes / 1024)} MB`);
	}
	line(`growth for each, from ${warmUp} on`, `${rounded(slope)} KB`, {
		text: `<= ${mostKilobytes} KB`,
		isMet: slope <= mostKilobytes,
	});
	line('left after the first', JSON.stringify(samples[0]?.resources));
	line('left after the last', JSON.stringify(samples.at(-1)?.resources));
	line('listeners of the process', String(listeners));
}

async function main(): Promise<void> {
	if (!globalThis.gc) throw new Error('Run it with node --expose-gc --import tsx bench/soak.ts.');
	await soak('httpRequest');
	await soak('ours');
	process.exit();
}

void main();
