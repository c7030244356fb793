import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { inOneText, toFailure, toNodeError } from '../../shared/transport/failure';
import { carryOutAlone } from './carryOutAlone';
import { carryOutTogether } from './carryOutTogether';
import type { Resource } from './operation';
import { outcomeOfEarlierTry } from './performOnce';
import { checkValues } from './prepare';
import { type GivenRow, toGivenRow } from './row';
import { isToolCall, Run } from './run';
import { NOTHING_FOUND, toToolText } from './toolAnswer';

/** The function that n8n's engine calls for each item of a declarative node, in place of the request. */
export type Carrier = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/**
 * The one road out: every request of the node passes here, lists and single requests alike, because the
 * engine hands all of them to the node's pagination function (n8n-core 2.41, RoutingNode.makeRequest).
 */
export function carryOut(resources: Resource[]): Carrier {
	return async function (requestData) {
		const itemIndex = this.getItemIndex();
		const options = requestData.options as IHttpRequestOptions;
		const run = Run.of(this, options);
		// What is thrown reaches an agent without its remedy or not at all, and Retry On Fail would carry
		// out once more what may have been carried out: each call is a run without memory.
		const isAlone = this.continueOnFail() || isToolCall(this);
		try {
			const outcome = outcomeOfEarlierTry(itemIndex, run, isAlone);
			if (outcome !== undefined) return outcome;
			// Whatever goes wrong here is a problem of the item, which those that wait for it have to know.
			const row = givenRowOf(this, resources, options);
			const checked = await checkValues(this, resources, options).catch(toFailure);
			if (!isAlone) return await carryOutTogether(checked, row, run, itemIndex);
			const items = await carryOutAlone(checked, row, run, itemIndex);
			if (items.length > 0 || !isToolCall(this)) return items;
			return [{ json: NOTHING_FOUND, pairedItem: { item: itemIndex } }];
		} catch (cause) {
			const failure = toFailure(cause);
			if (!isAlone) throw toNodeError(this.getNode(), failure, itemIndex);
			if (isToolCall(this)) {
				// Not `error`: with Retry On Fail, what gives an item with that key is called again for Agent 3
				// without asking the model (n8n-core 2.41, WorkflowExecute, checkFailure), as a new run.
				const problem = toToolText(failure, this, resources);
				return [{ json: { problem }, pairedItem: { item: itemIndex } }];
			}
			const error = inOneText(failure, itemIndex);
			// Only this key, and no `error` beside `json`: then every engine knows it for a failed item and adds
			// the fields of its input on the error output. Before n8n 2.35.3 an item with other keys, `message`
			// aside, leaves through the success output; and `message` would overwrite a field of that name that
			// the input has, such as the answer to a ticket (n8n-core 1.122 and 2.41, handleNodeErrorOutput and
			// normalizeNodeErrors).
			return [{ json: { error }, pairedItem: { item: itemIndex } }];
		}
	};
}

/** What is wrong with the operation is told when its values are checked. */
function givenRowOf(...of: Parameters<typeof toGivenRow>): GivenRow | undefined {
	try {
		return toGivenRow(...of);
	} catch {
		return undefined;
	}
}
