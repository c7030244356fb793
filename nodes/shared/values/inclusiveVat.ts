import { centsOf, centsToText, decimalOf, divideRounded, multiply } from './decimal';

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

/** The lines of one VAT rate. All amounts are whole cents. */
interface RateGroup {
	/** A whole invoice in hundredths of what it is without VAT: 121 at 21 %. */
	factor: bigint;
	/** What the lines amount to with VAT. */
	inclusive: bigint;
	/** The amounts of the lines without VAT: rounded down, and how much was cut off (in 1/factor cents). */
	parts: Array<{ index: number; floor: bigint; cutOff: bigint }>;
}

/** One way to round the sum without VAT of a group. */
interface GroupRounding {
	group: RateGroup;
	exclusive: bigint;
	/** How much the sum comes to with VAT, rounded, less what was given. */
	off: bigint;
	/** The same before the VAT is rounded, in hundredths of cents, without sign. */
	unroundedOff: bigint;
}

/**
 * Works out amounts without VAT from amounts with VAT, such that the invoice comes to the same total.
 *
 * The rule: a line amounts to price × quantity, rounded to cents (half away from zero). Without VAT each
 * line is rounded to cents up or down. An invoice comes to the sum of its lines without VAT and, for each
 * rate, the VAT on the sum of that rate's lines, rounded to cents (half away from zero). Of all roundings
 * that one is taken whose total is nearest to the one given; of several, the one in which each rate by
 * itself comes nearest to what was given for it; of several, the one that does so before the VAT is
 * rounded. Within a rate the lines of which most is cut off are rounded up, the earlier of two equal ones.
 *
 * Not every total can be reached: at 21 % no whole cents and their VAT make 10.00 (8.26 makes 9.99, 8.27
 * makes 10.01). Of the totals of invoices with one rate these are 21 in 121 at 21 %, and 9 in 109 at 9 %.
 * Then the nearest total is taken, and `totalReached` differs from `totalGiven` (by one cent in these).
 */
export function exclusiveAmounts(lines: readonly InclusiveLine[]): ExclusiveAmounts {
	const roundings = bestOf(combine(groupByRate(lines).map(roundingsOf)));
	const amounts = lines.map(() => 0n);
	for (const rounding of roundings) {
		for (const { index, cents } of spread(rounding)) amounts[index] = cents;
	}
	const given = sum(roundings.map(({ group }) => group.inclusive));
	return {
		amountsExclVat: amounts.map(centsToText),
		totalGiven: centsToText(given),
		totalReached: centsToText(given + sum(roundings.map(({ off }) => off))),
	};
}

function groupByRate(lines: readonly InclusiveLine[]): RateGroup[] {
	const groups = new Map<number, RateGroup>();
	lines.forEach(({ amountInclVat, quantity, vatRate }, index) => {
		const group = groups.get(vatRate) ?? {
			factor: BigInt(100 + vatRate),
			inclusive: 0n,
			parts: [],
		};
		groups.set(vatRate, group);
		const cents = centsOf(multiply(decimalOf(amountInclVat), decimalOf(quantity)));
		const floor = floorOf(cents * 100n, group.factor);
		group.inclusive += cents;
		group.parts.push({ index, floor, cutOff: cents * 100n - floor * group.factor });
	});
	return [...groups.values()];
}

/**
 * The two roundings of a group's sum that enclose it. No other is ever needed: a sum that misses its total
 * with VAT misses it by a cent, either way, and every other rate makes up for a cent when it is rounded to
 * the other side.
 */
function roundingsOf(group: RateGroup): GroupRounding[] {
	const { factor, inclusive, parts } = group;
	const lowest = sum(parts.map(({ floor }) => floor));
	const highest = lowest + BigInt(parts.filter(({ cutOff }) => cutOff > 0n).length);
	const below = floorOf(inclusive * 100n, factor);
	return [below, below + 1n]
		.filter((exclusive) => exclusive >= lowest && exclusive <= highest)
		.map((exclusive) => ({
			group,
			exclusive,
			off: divideRounded(exclusive * factor, 100n) - inclusive,
			unroundedOff: magnitude(exclusive * factor - inclusive * 100n),
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

function bestOf(combinations: GroupRounding[][]): GroupRounding[] {
	const [first = [], ...others] = combinations;
	return others.reduce((best, next) => (isNearer(next, best) ? next : best), first);
}

function isNearer(one: GroupRounding[], other: GroupRounding[]): boolean {
	const distances = distancesOf(other);
	const deciding = distancesOf(one)
		.map((distance, place) => distance - (distances[place] ?? 0n))
		.find((difference) => difference !== 0n);
	return deciding !== undefined && deciding < 0n;
}

/** How far from what was given: the whole, the rates one by one, and these before rounding. */
function distancesOf(roundings: GroupRounding[]): bigint[] {
	return [
		magnitude(sum(roundings.map(({ off }) => off))),
		sum(roundings.map(({ off }) => magnitude(off))),
		sum(roundings.map(({ unroundedOff }) => unroundedOff)),
	];
}

/** The largest remainder method: the cents that are left over go where most was cut off. */
function spread({ group, exclusive }: GroupRounding): Array<{ index: number; cents: bigint }> {
	const leftOver = exclusive - sum(group.parts.map(({ floor }) => floor));
	return group.parts
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
