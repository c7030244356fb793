import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { PortalObject } from '../../shared/objects/portalObject';
import type { Connection } from '../../shared/transport/connection';
import type { Hold } from '../../shared/transport/hold';
import type { ApiRequest, Purpose } from '../../shared/transport/request';
import type { Stop } from '../../shared/transport/stop';
import type { Creation } from './creation';
import type { Operation } from './operation';

/** What one item asks for. */
export interface Job {
	context: IExecuteSingleFunctions;
	operation: Operation;
	/** What it works on. */
	object: PortalObject;
	connection: Connection;
	request: ApiRequest;
	purpose: Purpose;
	/** Stops when nothing more may be sent. */
	stop: Stop;
	/** Stops when the execution is cancelled; finding out what became of a request goes on until then. */
	cancelled: Stop;
	/** What the node does with what it reads, by name of the parameter: filters, Simplify. */
	filterValues: IDataObject;
	/** Holds the request back while the end of another one of the run is in doubt. */
	hold: Hold;
	/** What it creates unless it exists. */
	creation?: Creation;
	/** Told when the API takes no requests for a while, in milliseconds. */
	onLimit: (milliseconds: number) => void;
}

/** What is carried out with one request: what one item asks for, or several rows together. */
export interface Work {
	job: Job;
	/** In ascending order; the result is that of the first. */
	itemIndexes: readonly number[];
}
