import { centsToText, decimalOf, divideRounded, multiply, unitsAt } from './decimal';

/** A line of an invoice whose amount includes VAT. */
export interface InclusiveLine {
	/** Price of one with VAT, a decimal string such as `12.95`; below zero for a discount. */
	amountInclVat: string;
	/** How many, a decimal string such as `1.5`. */
	quantity: string;
	/** Whole percentage. */
	vatRate: number;
}

/** The same lines without VAT. */
export interface ExclusiveAmounts {
	/** Amount of each line without VAT, in the order of the lines, with two decimals. */
	amountsExclVat: string[];
	/** What the lines amount to with VAT, as they were given. */
	totalGiven: string;
	/** What an invoice of these amounts comes to with VAT. The same wherever that can be. */
	totalReached: string;
}

/** Decimals of a whole number of cents. */
const CENTS = 2;

/** The lines of one VAT rate. */
interface RateGroup {
	/** Parts of a cent that all amounts are whole numbers of. */
	partsOfCent: bigint;
	/** A whole invoice in hundredths of what it is without VAT: 121 at 21 %. */
	factor: bigint;
	/** What the lines amount to with VAT, in parts of cents. */
	inclusive: bigint;
	/** The amounts of the lines without VAT: rounded down to cents, and how much was cut off, as a measure. */
	lines: Array<{ index: number; floor: bigint; cutOff: bigint }>;
}

/** One way to round the sum without VAT of a group. */
interface GroupRounding {
	group: RateGroup;
	/** In cents. */
	exclusive: bigint;
	/** How much the sum comes to with VAT, rounded to cents, less what was given; in parts of cents. */
	off: bigint;
	/** The same before the VAT is rounded, in hundredths of that, without sign. */
	unroundedOff: bigint;
}

/**
 * Works out amounts without VAT from amounts with VAT, such that the invoice comes to the same total.
 *
 * The rule: the lines amount to the sum of price × quantity, which is rounded to cents once (half away
 * from zero). Without VAT each line is rounded to cents up or down. An invoice comes to the sum of its
 * lines without VAT and, for each rate, the VAT on the sum of that rate's lines, rounded to cents (half
 * away from zero). Of all roundings that one is taken whose total is nearest to the one given; of several,
 * the one in which each rate by itself comes nearest to what was given for it; of several, the one that
 * does so before the VAT is rounded. Within a rate the lines of which most is cut off are rounded up, the
 * earlier of two equal ones.
 *
 * Not every total can be reached: at 21 % no whole cents and their VAT make 10.00 (8.26 makes 9.99, 8.27
 * makes 10.01). Of the totals of invoices with one rate these are 21 in 121 at 21 %, and 9 in 109 at 9 %.
 * Then the nearest total is taken, and `totalReached` differs from `totalGiven` (by one cent in these).
 */
export function exclusiveAmounts(lines: readonly InclusiveLine[]): ExclusiveAmounts {
	const groups = groupByRate(lines);
	const [{ partsOfCent = 1n } = {}] = groups;
	const exact = sum(groups.map(({ inclusive }) => inclusive));
	const given = divideRounded(exact, partsOfCent);
	const roundings = bestOf(combine(groups.map(roundingsOf)), given * partsOfCent - exact);
	const amounts: bigint[] = [];
	for (const rounding of roundings) {
		for (const { index, cents } of spread(rounding)) amounts[index] = cents;
	}
	return {
		amountsExclVat: amounts.map(centsToText),
		totalGiven: centsToText(given),
		totalReached: centsToText((exact + sum(roundings.map(({ off }) => off))) / partsOfCent),
	};
}

function groupByRate(lines: readonly InclusiveLine[]): RateGroup[] {
	const products = lines.map(({ amountInclVat, quantity }) =>
		multiply(decimalOf(amountInclVat), decimalOf(quantity)),
	);
	const scale = products.reduce((most, product) => Math.max(most, product.scale), CENTS);
	const partsOfCent = 10n ** BigInt(scale - CENTS);
	const groups = new Map<number, RateGroup>();
	products.forEach((product, index) => {
		const vatRate = lines[index]?.vatRate ?? 0;
		const factor = BigInt(100 + vatRate);
		const group = groups.get(vatRate) ?? { partsOfCent, factor, inclusive: 0n, lines: [] };
		groups.set(vatRate, group);
		const inclusive = unitsAt(scale, product);
		const floor = floorOf(inclusive * 100n, factor * partsOfCent);
		group.inclusive += inclusive;
		group.lines.push({ index, floor, cutOff: inclusive * 100n - floor * factor * partsOfCent });
	});
	return [...groups.values()];
}

/**
 * The roundings of a group's sum next to it, two on either side. The API takes three rates, so that is enough
 * for one to make up for what the others miss their totals by (at most a cent each, and parts of cents): the
 * tests compare it with all roundings.
 */
function roundingsOf(group: RateGroup): GroupRounding[] {
	const { partsOfCent, factor, inclusive, lines } = group;
	const lowest = sum(lines.map(({ floor }) => floor));
	const highest = lowest + BigInt(lines.filter(({ cutOff }) => cutOff > 0n).length);
	const below = floorOf(inclusive * 100n, factor * partsOfCent);
	return [below - 1n, below, below + 1n, below + 2n]
		.filter((exclusive) => exclusive >= lowest && exclusive <= highest)
		.map((exclusive) => ({
			group,
			exclusive,
			off: divideRounded(exclusive * factor, 100n) * partsOfCent - inclusive,
			unroundedOff: magnitude(exclusive * factor * partsOfCent - inclusive * 100n),
		}));
}

/** Every choice of one rounding for each group. */
function combine(choices: GroupRounding[][]): GroupRounding[][] {
	return choices.reduce<GroupRounding[][]>(
		(combinations, roundings) =>
			combinations.flatMap((combination) =>
				roundings.map((rounding) => [...combination, rounding]),
			),
		[[]],
	);
}

/** @param roundedUp How much was added to what was given to make it whole cents, in parts of cents. */
function bestOf(combinations: GroupRounding[][], roundedUp: bigint): GroupRounding[] {
	const [first = [], ...others] = combinations;
	return others.reduce((best, next) => (isNearer(next, best, roundedUp) ? next : best), first);
}

function isNearer(one: GroupRounding[], other: GroupRounding[], roundedUp: bigint): boolean {
	const distances = distancesOf(other, roundedUp);
	const deciding = distancesOf(one, roundedUp)
		.map((distance, place) => distance - (distances[place] ?? 0n))
		.find((difference) => difference !== 0n);
	return deciding !== undefined && deciding < 0n;
}

/** How far from what was given: the whole, the rates one by one, and these before rounding. */
function distancesOf(roundings: GroupRounding[], roundedUp: bigint): bigint[] {
	return [
		magnitude(sum(roundings.map(({ off }) => off)) - roundedUp),
		sum(roundings.map(({ off }) => magnitude(off))),
		sum(roundings.map(({ unroundedOff }) => unroundedOff)),
	];
}

/** The largest remainder method: the cents that are left over go where most was cut off. */
function spread({ group, exclusive }: GroupRounding): Array<{ index: number; cents: bigint }> {
	const leftOver = exclusive - sum(group.lines.map(({ floor }) => floor));
	return group.lines
		.toSorted((one, other) => Number(other.cutOff - one.cutOff))
		.map(({ index, floor }, place) => ({ index, cents: place < leftOver ? floor + 1n : floor }));
}

function sum(values: bigint[]): bigint {
	return values.reduce((total, value) => total + value, 0n);
}

function magnitude(value: bigint): bigint {
	return value < 0n ? -value : value;
}

function floorOf(dividend: bigint, divisor: bigint): bigint {
	const quotient = dividend / divisor;
	return quotient * divisor > dividend ? quotient - 1n : quotient;
}
