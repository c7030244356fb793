import type { AnswerCheck } from '../../../sandbox/contract/answerCheck';
import { type Exchange, isSuccess } from '../asking/exchange';
import type { Operation } from '../contractOperations';
import { differencesOf } from '../observing/differences';

/** How an operation fared. */
export type Outcome = 'ok' | 'differs' | 'not allowed' | 'nothing to look at' | 'no answer';

/** What the report says of an operation. */
export interface OperationResult {
	operation: Operation;
	outcome: Outcome;
	/** Statuses that were seen, in order, each once. */
	statuses: number[];
	requests: number;
	/** In words without values. */
	differences: string[];
}

/** Collects what became of each operation. */
export class Results {
	private readonly results = new Map<string, OperationResult>();

	constructor(private readonly answerCheck: AnswerCheck) {}

	get all(): OperationResult[] {
		return [...this.results.values()];
	}

	of(operationId: string): OperationResult | undefined {
		return this.results.get(operationId);
	}

	/** Notes that the operation was not tried, or not answered. */
	noteWithout(operation: Operation, outcome: 'nothing to look at' | 'no answer'): void {
		const result = this.resultOf(operation);
		if (result.requests === 0 || outcome === 'no answer') result.outcome = outcome;
	}

	/** Notes an answer, held against the contract. */
	async note(operation: Operation, exchange: Exchange): Promise<void> {
		const result = this.resultOf(operation);
		result.requests++;
		if (!result.statuses.includes(exchange.status)) result.statuses.push(exchange.status);
		// The licence may lack it, the scope may: neither says anything of the operation.
		if ([403, 426].includes(exchange.status)) {
			const wasAllowed = result.requests > 1 && result.outcome !== 'not allowed';
			if (wasAllowed) result.differences.push(`status ${exchange.status} after it was allowed`);
			result.outcome = wasAllowed ? 'differs' : 'not allowed';
			return;
		}
		const broken =
			isSuccess(exchange) && exchange.body !== undefined
				? await this.answerCheck.brokenBy({
						method: operation.method,
						path: exchange.path,
						status: operation.status,
						body: exchange.body,
					})
				: [];
		const differences = differencesOf(exchange, operation, broken);
		result.differences = [...new Set([...result.differences, ...differences])];
		result.outcome = result.differences.length > 0 ? 'differs' : 'ok';
	}

	private resultOf(operation: Operation): OperationResult {
		const known = this.results.get(operation.operationId);
		if (known) return known;
		const result: OperationResult = {
			operation,
			outcome: 'nothing to look at',
			statuses: [],
			requests: 0,
			differences: [],
		};
		this.results.set(operation.operationId, result);
		return result;
	}
}
