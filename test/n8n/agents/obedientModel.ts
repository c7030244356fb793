/** What a model does next: call a tool, or say that it has ended. */
export type Move =
	{ tool: string; given: Record<string, unknown> } | { tool?: undefined; text: string };

/** What somebody asks a model to do, in the words that people use. */
export interface Wish {
	customer: string;
	invoiceNumber: string;
	date: string;
	amount: string;
}

/**
 * A model that has no idea of the portal and follows only what the answers of the tools say: it takes a value
 * that an answer names, reads the list that an answer names, and stops where an answer names nothing new.
 */
export class ObedientModel {
	private given: Record<string, unknown>;
	private lastCreation = '';

	constructor(private readonly wish: Wish) {
		this.given = {
			customer_id: wish.customer,
			invoice_number: wish.invoiceNumber,
			invoice_date: wish.date,
			lines: linesOf(wish.amount),
		};
	}

	/** @param answer What the last call of a tool gave; none at the beginning. */
	next(answer: string | undefined): Move {
		if (answer === undefined) return this.create();
		if (/"id":\s*"inv_/.test(answer)) return { text: `Done: ${answer}` };
		if (/Do not call this again|takes no requests|You cannot change this/.test(answer)) {
			return { text: `Not done: ${answer}` };
		}
		const amount = /Write (\d[\d.]*\d)/.exec(answer)?.[1];
		if (amount !== undefined) this.given.lines = linesOf(amount);
		const date = /Use (\d{4}-\d\d-\d\d)/.exec(answer)?.[1];
		if (date !== undefined) this.given.invoice_date = date;
		const listed = idOf(this.wish.customer, answer);
		if (listed !== undefined) this.given.customer_id = listed;
		else if (answer.includes('Customer > Get Many')) {
			return { tool: 'Find_Customers', given: { text: this.wish.customer } };
		}
		return this.create(answer);
	}

	private create(answer?: string): Move {
		const creation = JSON.stringify(this.given);
		if (creation === this.lastCreation) return { text: `Not done: ${answer}` };
		this.lastCreation = creation;
		return { tool: 'Create_Invoice', given: { ...this.given } };
	}
}

function linesOf(amountExclVat: string) {
	return [{ description: 'Website', amountExclVat, vatRate: 21 }];
}

function idOf(customer: string, answer: string): string | undefined {
	const text = answer.replaceAll('\\"', '"');
	const before = text.slice(0, Math.max(0, text.indexOf(`"companyName":"${customer}"`)));
	return [...before.matchAll(/"id":"(cst_\w+)"/g)].at(-1)?.[1];
}
