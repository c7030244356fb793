import { type Exchange, fieldOf, isSuccess, NoAnswer } from '../asking/exchange';
import type { ApiClient } from '../asking/apiClient';
import { type Operation, readingOperations } from '../contractOperations';
import { Problem } from '../problem';
import { ChosenObjects } from './chosenObjects';
import type { Results } from './results';

/** More pages of a list show nothing new. */
const MOST_PAGES = 3;

/** After so many operations in a row without an answer, nothing will answer any more. */
const MOST_SILENCE = 3;

/** Days of the period that is asked for, as the picker of appointments does. */
const DAYS = 31;

/**
 * Reads everything that the contract reads: lists up to three pages, and one object of each.
 * @param onProgress Called before each operation.
 * @throws Problem when nothing answers any more; Interruption.
 */
export async function readEverything(
	client: ApiClient,
	results: Results,
	onProgress: (operation: Operation, done: number, of: number) => void,
): Promise<void> {
	const chosen = new ChosenObjects();
	let silent = 0;
	for (const [index, operation] of readingOperations.entries()) {
		onProgress(operation, index, readingOperations.length);
		const path = chosen.pathOf(operation);
		if (path === undefined) {
			results.noteWithout(operation, 'nothing to look at');
			continue;
		}
		try {
			for await (const exchange of pagesOf(client, operation, path)) {
				await results.note(operation, exchange);
				chosen.note(operation, exchange);
			}
			silent = 0;
		} catch (cause) {
			if (!(cause instanceof NoAnswer)) throw cause;
			results.noteWithout(operation, 'no answer');
			if (++silent >= MOST_SILENCE) {
				throw new Problem(
					`The API stopped answering (${cause.code}), so the check ended. Look at the network of this machine and run it again.`,
				);
			}
		}
	}
}

async function* pagesOf(
	client: ApiClient,
	{ operationId, kind }: Operation,
	path: string,
): AsyncGenerator<Exchange> {
	let query = kind === 'list' ? `?days=${DAYS}` : '';
	for (let page = 1; page <= MOST_PAGES; page++) {
		const exchange = await client.send({ operationId, method: 'GET', path: `${path}${query}` });
		yield exchange;
		const next = fieldOf(exchange.body, 'next_page_url');
		if (kind !== 'pages' || !isSuccess(exchange) || typeof next !== 'string') return;
		// The key goes to the API only, whatever address an answer names: only its query is used.
		query = URL.canParse(next, 'http://x') ? new URL(next, 'http://x').search : '';
		query = query.replace(/,+$/, '');
		if (query === '') return;
	}
}
