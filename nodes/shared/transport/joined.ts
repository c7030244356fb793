import { RefusedByN8n } from './ending';
import { Failure } from './failure';

/**
 * Waits for what another execution has begun; without that, or where n8n refused that one, begins it. When an
 * execution ends, n8n gives up what evaluates the expressions of its workflow, and with it its credential
 * (n8n-core 2.41, `releaseIsolate`): what others still wait for can then not be sent for it any more.
 * @param begin Begins it, unless one more has done so meanwhile.
 * @throws Failure
 */
export async function joined<Result>(
	underWay: Promise<Result> | undefined,
	begin: () => Promise<Result>,
): Promise<Result> {
	if (underWay === undefined) return await begin();
	return await underWay.catch(async (cause: unknown) => {
		if (cause instanceof Failure && !(cause instanceof RefusedByN8n)) throw cause;
		return await begin();
	});
}
