import './typescriptFirst';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeParameters, IVersionedNodeType } from 'n8n-workflow';
import { MijnKlantportaal } from '../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { cachedVersionFolder, n8nVersion } from '../../tools/n8n/cacheFolder';
import { runAnyNode, type Candidate } from './anyNode';
import { createFromLinesParameters, createParameters, invoiceItems } from './invoices';
import { line, median, rounded } from './output';
import { startPortalProcess, type PortalProcess } from './portalProcess';

/**
 * What one item costs in processor time, beside n8n's own HTTP Request node that sends the same: both in
 * the engine of n8n-core, in one process and in turns, against a portal without limit in another one.
 * The HTTP Request node comes from the n8n that `npm start` and the tests on a real n8n install.
 */
const count = 1000;
const rounds = 3;

function httpRequestNode(): IVersionedNodeType {
	const folder = cachedVersionFolder('n8n', n8nVersion);
	const file = 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
	if (!existsSync(join(folder, 'node_modules', file))) {
		throw new Error('n8n is not installed yet. Run npm start once, then run this again.');
	}
	const { HttpRequest } = createRequire(join(folder, 'package.json'))(file) as {
		HttpRequest: new () => IVersionedNodeType;
	};
	return new HttpRequest();
}

/** What both kinds of HTTP request have in common. */
function requestTo(url: string, body: INodeParameters): INodeParameters {
	return {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'mijnKlantportaalApi',
		sendBody: true,
		...body,
		options: {},
	};
}

function formBody(): INodeParameters {
	const fields = {
		customerId: 'cst_sandbox000000001',
		invoiceNumber: '={{ $json.number }}',
		issuedAt: '2026-10-01',
		amount: '1234.56',
	};
	const parameters = Object.entries(fields).map(([name, value]) => ({
		parameterType: 'formData',
		name,
		value,
	}));
	const file = { parameterType: 'formBinaryData', name: 'pdf', inputDataFieldName: 'data' };
	return {
		contentType: 'multipart-form-data',
		bodyParameters: { parameters: [...parameters, file] },
	};
}

function jsonBody(): INodeParameters {
	const expression = `={{ JSON.stringify({
		customerId: 'cst_sandbox000000001',
		invoiceNumber: $json.number,
		issuedAt: '2026-10-01',
		lines: [{ description: 'Hosting', amountExclVat: '1234.56', vatRate: 21 }],
	}) }}`;
	return { contentType: 'json', specifyBody: 'json', jsonBody: expression };
}

/** Milliseconds of processor time per item. */
async function costOf(candidate: Candidate, items: number, portal: PortalProcess): Promise<number> {
	await portal.reset();
	const before = process.cpuUsage();
	const output = await runAnyNode(candidate, invoiceItems(items), portal.credential);
	const { user, system } = process.cpuUsage(before);
	const { invoiceNumbers } = await portal.report();
	if (output.length !== items || new Set(invoiceNumbers).size !== items) {
		throw new Error(`Of ${items} invoices ${invoiceNumbers.length} were made.`);
	}
	return (user + system) / 1000 / items;
}

async function compare(
	title: string,
	ours: Candidate,
	theirs: Candidate,
	portal: PortalProcess,
): Promise<void> {
	const costs: Array<[number, number]> = [];
	for (const candidate of [ours, theirs]) await costOf(candidate, 100, portal);
	for (let round = 0; round < rounds; round++) {
		costs.push([await costOf(ours, count, portal), await costOf(theirs, count, portal)]);
	}
	const [our = 0, their = 0] = [0, 1].map((index) => median(costs.map((cost) => cost[index] ?? 0)));
	console.log(`\n${title}, ${count} items, median of ${rounds} runs`);
	line('MijnKlantportaal', `${rounded(our, 2)} ms per item`);
	line('HTTP Request', `${rounded(their, 2)} ms per item`);
	line('ratio', rounded(our / their, 2));
}

async function main(): Promise<void> {
	const portal = await startPortalProcess({ limit: Infinity });
	const { baseUrl } = portal.credential;
	const request = httpRequestNode();
	const version = request.description.defaultVersion ?? 4.2;
	const ours = {
		type: new MijnKlantportaal(),
		name: 'n8n-nodes-mijnklantportaal.mijnKlantportaal',
		version: 1,
	};
	const theirs = { type: request, name: 'n8n-nodes-base.httpRequest', version };
	await compare(
		'Invoice with a PDF (multipart)',
		{ ...ours, parameters: createParameters },
		{
			...theirs,
			parameters: requestTo(`${baseUrl}/customer-invoices`, formBody()),
		},
		portal,
	);
	await compare(
		'Invoice from lines (JSON)',
		{ ...ours, parameters: createFromLinesParameters },
		{
			...theirs,
			parameters: requestTo(`${baseUrl}/customer-invoices/manual`, jsonBody()),
		},
		portal,
	);
	await portal.stop();
}

void main();
