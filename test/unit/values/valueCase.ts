import { WrongValue } from '../../../nodes/shared/values/wrongValue';

/** What is made of one value: the documentation shows it, and the tests run it. */
export type ValueCase<Result> = {
	given: unknown;
	/** Where such a value comes from, or what matters about it. */
	note?: string;
} & (
	| { result: Result }
	/** The whole sentence that tells why it cannot be sent and what to do, without the parameter's name. */
	| { refused: string }
);

/** Runs every case on the function that it is about. */
export function testCases<Result>(
	read: (given: unknown) => Result,
	cases: ReadonlyArray<ValueCase<Result>>,
): void {
	it.each(cases.map((valueCase) => [valueCase.given, valueCase] as const))(
		'reads or refuses %p',
		(_given, valueCase) => {
			const ended = endOf(() => read(valueCase.given));
			if ('result' in valueCase) expect(ended).toEqual({ result: valueCase.result });
			else expect(ended).toEqual({ refused: valueCase.refused });
		},
	);
}

/** What a reader returns, or the sentence with which it refuses; other errors are those of the test. */
export function endOf<Result>(read: () => Result): { result: Result } | { refused: string } {
	try {
		return { result: read() };
	} catch (cause) {
		if (cause instanceof WrongValue) return { refused: cause.message };
		throw cause;
	}
}
