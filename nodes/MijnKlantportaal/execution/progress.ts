import type { IExecuteSingleFunctions } from 'n8n-workflow';

/** How many items are carried out between two lines of the log. */
const STEP = 10;

/**
 * Tells in n8n's log how far a run is: its panel shows nothing but a spinner until the node has ended, and
 * gives a declarative node no way to say more (n8n 2.41).
 */
export class Progress {
	private carriedOut = 0;

	/** @param itemCount Items of the run. */
	constructor(private readonly itemCount: number) {}

	/** An item was carried out. */
	noteItem(context: IExecuteSingleFunctions): void {
		this.carriedOut++;
		if (this.itemCount <= STEP || this.carriedOut % STEP !== 0) return;
		this.log(context, `${this.carriedOut} of ${this.itemCount} items are carried out.`);
	}

	/**
	 * The API takes no requests for a while.
	 * @param milliseconds For how long.
	 */
	noteLimit(context: IExecuteSingleFunctions, milliseconds: number): void {
		const until = new Date(Date.now() + milliseconds).toISOString().slice(11, 19);
		this.log(
			context,
			`${this.carriedOut} of ${this.itemCount} items are carried out. The limit of the API is used up until ${until} UTC, in ${Math.ceil(milliseconds / 1000)} seconds; then it goes on.`,
		);
	}

	private log(context: IExecuteSingleFunctions, text: string): void {
		context.logger.info(`MijnKlantportaal node "${context.getNode().name}": ${text}`);
	}
}
