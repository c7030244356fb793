import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../transport/send';
import type { Connection } from '../transport/connection';
import type { ApiRequest } from '../transport/request';
import { claim } from './claims';
import { noteInDirectory } from './directories';
import { sentRequest } from './lookUp';
import type { PortalObject } from './portalObject';
import type { Recovery } from './recovery';

/** Notes what a request has made or changed, so that neither a look-up nor a picker is behind. */
export function noteMade(
	connection: Connection,
	request: ApiRequest,
	object: PortalObject,
	recovery: Recovery,
	{ sentAt }: Pick<Outcome, 'sentAt'>,
	result: IDataObject,
): void {
	const isNew = recovery.kind === 'search';
	if (isNew) claim(connection, result);
	if (recovery.kind === 'readBack') {
		const sent = sentRequest(connection, sentAt);
		recovery.isDone(result, request.body ?? {}, { ...sent, mayBeOwn: sent.claim });
	}
	noteInDirectory(connection, object, result, { change: request.body, isNew });
}
