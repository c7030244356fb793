import type { Exchange } from '../asking/exchange';
import type { Leaf } from '../observing/leaves';
import type { Order } from '../observing/order';
import type { PageObservation } from '../observing/pages';
import type { RateObservation } from '../observing/rateWindow';
import type { PickerObservation } from '../reading/pickerSearch';
import type { Refusals, TokenAnswers } from '../reading/probes';
import type { OperationResult } from '../reading/results';
import type { WritingEvidence } from '../writing/evidence';

/** Everything that was seen. It holds values of the portal: only verdicts and forms may leave it. */
export interface Evidence {
	exchanges: readonly Exchange[];
	results: readonly OperationResult[];
	leaves: readonly Leaf[];
	orders: ReadonlyMap<string, Order>;
	pages: PageObservation;
	pickers: readonly PickerObservation[];
	rate: RateObservation;
	/** Scopes of the key as the person named them. */
	scopes?: readonly string[];
	refusals?: Refusals;
	tokens?: TokenAnswers;
	writing?: WritingEvidence;
}
