import { now } from '../transport/clock';

/** How long a page may be shown again without asking, in milliseconds. */
const FRESH_FOR = 60_000;

/** How many pages are kept for one owner. */
const MOST_PAGES = 200;

interface Remembered<Page> {
	at: number;
	page: Promise<Page>;
}

/**
 * Keeps pages for a minute, so that each letter a user types does not read the list again. Keyed by what
 * owns the pages; they go with it.
 */
export class PageMemory<Page> {
	private readonly pages = new WeakMap<object, Map<string, Remembered<Page>>>();

	/** Lets everything of the owner be read again. */
	forget(owner: object): void {
		this.pages.delete(owner);
	}

	/** The page, read only when it is not remembered. A page that could not be read is not kept. */
	async recall(owner: object, key: string, read: () => Promise<Page>): Promise<Page> {
		const ofOwner = this.pages.get(owner) ?? new Map<string, Remembered<Page>>();
		this.pages.set(owner, ofOwner);
		const known = ofOwner.get(key);
		if (known && now() - known.at < FRESH_FOR) return await known.page;
		if (ofOwner.size >= MOST_PAGES) ofOwner.clear();
		const page = read();
		ofOwner.set(key, { at: now(), page });
		page.catch(() => ofOwner.delete(key));
		return await page;
	}
}
