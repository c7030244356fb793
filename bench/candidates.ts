import './typescriptFirst';
import type { INodeParameters } from 'n8n-workflow';
import type { Candidate } from './engineWorkflow';
import { httpRequest, ourNode } from './contenders';
import { jobs, type Job } from './jobs';

/** The node and what people use instead, n8n's own HTTP Request node, set up to send the same. */
export interface Candidates {
	ours: Candidate;
	httpRequest: Candidate;
}

/** Both, to send an invoice with its PDF. */
export const pdfCandidates = (baseUrl: string): Candidates => candidates(jobs.files, baseUrl);

/** Both, to send an invoice from lines. */
export const linesCandidates = (baseUrl: string): Candidates =>
	candidates(jobs.invoices200, baseUrl);

/** Our node, set up like that. */
export const ours = (parameters: INodeParameters): Candidate => ({ ...ourNode(), parameters });

function candidates({ ours: parameters, http }: Job, baseUrl: string): Candidates {
	return {
		ours: ours(parameters),
		httpRequest: { ...httpRequest(), parameters: { ...http(baseUrl), options: {} } },
	};
}
