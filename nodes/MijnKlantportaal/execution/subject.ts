import type { IDataObject } from 'n8n-workflow';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Job } from './job';
import type { Subject } from './report';
import { HOW_TO_GO_ON, whenRunAgain } from './runningAgain';

/** What each item of a run is about, as its report calls it. */
export function subjectOf(job: Job): Subject {
	const { operation } = job;
	const { makes, value } = operation;
	const object = resultOf(job);
	const { noun, name, path, isUnlisted } = object;
	const isListed = path !== undefined && !isUnlisted;
	return {
		noun,
		isCreation: makes !== undefined || /^create|^upload$/.test(value),
		...(operation.method === 'GET' ? {} : { howToGoOn: HOW_TO_GO_ON[whenRunAgain(operation)] }),
		...(isListed ? { listedBy: `${name} > Get Many` } : {}),
	};
}

/**
 * What a person knows the item's object by: its number or name, else its ID.
 * @param made What the API made of the item.
 */
export function nameOf(job: Job, made: IDataObject = {}): string {
	const { knownBy = 'id' } = resultOf(job);
	const { body = {}, url } = job.request;
	const given = made[knownBy] ?? body[knownBy] ?? made.id;
	if (typeof given === 'string' || typeof given === 'number') return String(given);
	// What is made does not stand in the address yet.
	const ids = subjectOf(job).isCreation ? [] : url.split('/').filter((part) => part.includes('_'));
	return decodeURIComponent(ids.at(-1) ?? '');
}

function resultOf({ operation: { makes }, object }: Job): PortalObject {
	return makes ?? object;
}
