import type { IDataObject } from 'n8n-workflow';
import { type Coming, connectTo, json, type Scripted } from '../scriptedConnection';

/** The path of the lists that these tests read. */
export const PATH = '/customers';

/** A moment, the later the higher the number. */
export const moment = (minute: number): string =>
	new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** A customer with that number; the higher it is, the later it was made. */
export const customer = (number: number, own: IDataObject = {}): IDataObject => ({
	id: `cst_${number}`,
	createdAt: moment(number),
	companyName: `Firma ${number}`,
	primaryEmail: `jan@x${number}.nl`,
	integrationId: null,
	...own,
});

export interface ListedPortal extends Scripted {
	/** What the portal has, in the order in which it lists it. */
	all: IDataObject[];
	/** `customers?page=2`, `customers/cst_1`, since the last time that it was asked. */
	read: () => string[];
	/** Comes in place of the next answers. */
	instead: Coming[];
	/** Called when that many pages were shown, each of them counted. */
	meanwhile: (pagesShown: number) => void;
}

/** A portal with a list in pages. */
export async function listing(all: IDataObject[], perPage = 3): Promise<ListedPortal> {
	const instead: Coming[] = [];
	let told = 0;
	let pagesShown = 0;
	const portal = { all, instead, meanwhile: (_pagesShown: number): void => undefined };
	const scripted = await connectTo(({ url, qs = {} }) => {
		const next = instead.shift();
		if (next !== undefined) return next;
		const id = url.split('/')[2];
		if (id !== undefined) {
			const found = all.find((object) => object.id === decodeURIComponent(id));
			return found === undefined ? json({}, 404) : json({ ...found });
		}
		const page = Number((qs as IDataObject).page ?? 1);
		const end = page * perPage;
		const shown = json({
			data: all.slice(end - perPage, end).map((object) => ({ ...object })),
			next_page_url: end < all.length ? `https://portal.example/v1${url}?page=${page + 1}` : null,
		});
		portal.meanwhile(++pagesShown);
		return shown;
	});
	const { requests } = scripted;
	const read = () => {
		const lines = requests.slice(told).map(({ url, qs = {} }) => {
			const { page } = qs as IDataObject;
			return page === undefined ? url.slice(1) : `${url.slice(1)}?page=${String(page)}`;
		});
		told = requests.length;
		return lines;
	};
	return Object.assign(portal, scripted, { read });
}
