import type { Portal, RecordedRequest } from '../sandbox/portal';

/** A request that changes something, as a person would check it in the portal. */
export interface WantedRequest {
	/** Method and path, such as `POST /customer-invoices/manual`. */
	call: string;
	/**
	 * The body, with the e-mail address of the customer as `customer` in place of its ID. A text such as
	 * `today + 14` stands for a day, or for a moment of that day.
	 */
	body: Record<string, unknown>;
	/** Names of the files that were sent along. */
	files?: string[];
}

/**
 * What was asked of the portal in order to change something. Sorted, as several requests are on their way
 * at once.
 */
export function changesSent(
	requests: readonly RecordedRequest[],
	{ state }: Pick<Portal, 'state'>,
): WantedRequest[] {
	const addressOf = (wanted: unknown) =>
		state.customers.find(({ id }) => id === wanted)?.primaryEmail;
	return sorted(
		requests
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path, body, files }) => {
				const { customerId, ...others } = body as Record<string, unknown>;
				return {
					call: `${method} ${path}`,
					body: {
						...(customerId === undefined ? {} : { customer: addressOf(customerId) }),
						...others,
					},
					...(files.length > 0 ? { files: files.map(({ fileName }) => fileName) } : {}),
				};
			}),
	);
}

/** What `changesSent` has to give for the input of an example. */
export function changesWanted(wanted: readonly WantedRequest[]): WantedRequest[] {
	return sorted(wanted).map(({ body, ...others }) => ({
		...others,
		body: Object.fromEntries(
			Object.entries(body).map(([name, value]) => [name, daysReplaced(value)] as const),
		),
	}));
}

function sorted(requests: readonly WantedRequest[]): WantedRequest[] {
	const keyOf = ({ call, body }: WantedRequest) => `${call} ${String(body.invoiceNumber)}`;
	return requests.toSorted((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

const hourMilliseconds = 60 * 60 * 1000;

/** In place of a text such as `today + 14`, what fits that day and a moment of it. */
function daysReplaced(value: unknown): unknown {
	const found = typeof value === 'string' ? /^today(?: \+ (\d+))?$/.exec(value) : null;
	if (!found) return value;
	const [, days = '0'] = found;
	// The day on which the workflow ran may have ended since.
	const choices = [Date.now() - hourMilliseconds, Date.now()].map((moment) =>
		dayAfter(moment, Number(days)),
	);
	return expect.stringMatching(new RegExp(`^(${choices.join('|')})( |$)`)) as unknown;
}

/** The day that many days later, in the time zone of the workflows. */
function dayAfter(moment: number, days: number): string {
	const day = new Date(
		new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' }),
	);
	day.setUTCDate(day.getUTCDate() + days);
	return day.toISOString().slice(0, 10);
}
