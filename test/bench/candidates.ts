import './typescriptFirst';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeParameters, IVersionedNodeType } from 'n8n-workflow';
import { MijnKlantportaal } from '../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { cachedVersionFolder } from '../../tools/n8n/cacheFolder';
import { newestN8n } from '../../tools/n8n/testedVersions';
import type { Candidate } from './anyNode';
import { createFromLinesParameters, createParameters } from './invoices';

/**
 * The node and what people use instead, n8n's own HTTP Request node, set up to send the same from the
 * same fields of the item. The HTTP Request node comes from the n8n that `npm start` and the tests on a
 * real n8n install.
 */
export interface Candidates {
	ours: Candidate;
	httpRequest: Candidate;
}

/** Both, to send an invoice with its PDF. */
export function pdfCandidates(baseUrl: string): Candidates {
	return {
		ours: ours(createParameters),
		httpRequest: httpRequest(`${baseUrl}/customer-invoices`, formBody()),
	};
}

/** Both, to send an invoice from lines. */
export function linesCandidates(baseUrl: string): Candidates {
	return {
		ours: ours(createFromLinesParameters),
		httpRequest: httpRequest(`${baseUrl}/customer-invoices/manual`, jsonBody()),
	};
}

function ours(parameters: INodeParameters): Candidate {
	const type = new MijnKlantportaal();
	return { type, name: 'n8n-nodes-mijnklantportaal.mijnKlantportaal', version: 1, parameters };
}

function httpRequest(url: string, body: INodeParameters): Candidate {
	const type = httpRequestNode();
	return {
		type,
		name: 'n8n-nodes-base.httpRequest',
		version: type.description.defaultVersion ?? 4.2,
		parameters: {
			method: 'POST',
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'mijnKlantportaalApi',
			sendBody: true,
			...body,
			options: {},
		},
	};
}

function httpRequestNode(): IVersionedNodeType {
	const folder = cachedVersionFolder('n8n', newestN8n.n8n);
	const file = 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js';
	if (!existsSync(join(folder, 'node_modules', file))) {
		throw new Error('n8n is not installed yet. Run npm start once, then run this again.');
	}
	const { HttpRequest } = createRequire(join(folder, 'package.json'))(file) as {
		HttpRequest: new () => IVersionedNodeType;
	};
	return new HttpRequest();
}

function formBody(): INodeParameters {
	const fields = {
		customerId: 'cst_sandbox000000001',
		invoiceNumber: '={{ $json.number }}',
		issuedAt: '={{ $json.isoDate }}',
		amount: '={{ $json.plainAmount }}',
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
		issuedAt: $json.isoDate,
		lines: [{ description: 'Hosting', amountExclVat: $json.plainAmount, vatRate: 21 }],
	}) }}`;
	return { contentType: 'json', specifyBody: 'json', jsonBody: expression };
}
