/** How many there are of what a portal may hold many of. */
export interface SeededNumbers {
	/** Customers, at most 10,000; the forty that are always there count. */
	customers?: number;
	/** Invoices, at most 10,000, spread over the customers. */
	invoices?: number;
}

/** More than this no portal starts with. */
export const MOST_SEEDED = 10_000;
