import { Router, urlencoded } from 'express';
import { join } from 'node:path';
import type { PortalContext } from '../resources/operation';
import { actions } from './actions';
import { overviewOf } from './overview';
import type { Shown } from './sections';

/** Which page: whether it keeps in step with the portal, and the table that is shown with more rows. */
interface PageChoice {
	isLive: boolean;
	whole?: string;
}

/** The web page that shows what the portal holds, and the buttons on it. */
export function pageRouter(context: PortalContext, shown: Shown): Router {
	const { state } = context;
	const router = Router();
	router.use((_request, response, next) => {
		// Nothing from elsewhere and no script but the page's own: what customers enter is shown here.
		response.set(
			'content-security-policy',
			"default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
		);
		next();
	});
	router.get('/', (request, response) => {
		const choice = choiceFrom(request.url);
		response.render(join(__dirname, 'portal.ejs'), {
			...overviewOf(context, shown, choice.whole),
			isLive: choice.isLive,
			addressOf: (change: Partial<PageChoice>) => addressOf({ ...choice, ...change }),
		});
	});
	for (const name of ['style.css', 'live.js']) {
		router.get(`/${name}`, (_request, response) => response.sendFile(name, { root: __dirname }));
	}
	for (const [kind, records] of [
		['invoices', () => state.invoices],
		['offers', () => state.offers],
	] as const) {
		router.get(`/${kind}/:id/pdf`, (request, response, next) => {
			const record = records().find(({ id }) => id === request.params['id']);
			if (!record) return next();
			// The browser's own viewer needs more than the page may do.
			response.removeHeader('content-security-policy');
			response.attachment(record.pdf.fileName);
			const disposition = String(response.get('content-disposition'));
			response.set('content-disposition', disposition.replace(/^attachment/, 'inline'));
			response.type('application/pdf').send(record.pdf.bytes);
		});
	}
	// Where customers are sent to pay: here the buttons of the page do that.
	router.get('/public-invoice/:id/pay/:token', (_request, response) => {
		response.redirect(303, '/#invoices');
	});
	router.get('/payment-link/:id', (_request, response) => {
		response.redirect(303, '/#payment-links');
	});
	router.post('/actions/:name', urlencoded({ extended: false }), (request, response, next) => {
		const action = actions[request.params['name'] ?? ''];
		const fields = (request.body ?? {}) as Record<string, string | undefined>;
		if (!action?.(fields, context, request)) return next();
		response.redirect(303, addressOf(choiceFrom(fields['page'] ?? '/')));
	});
	router.use((_request, response) => {
		response.status(404).type('text').send('There is no such page.');
	});
	return router;
}

function choiceFrom(address: string): PageChoice {
	const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1]);
	return { isLive: query.get('refresh') !== 'off', whole: query.get('show') ?? undefined };
}

function addressOf({ isLive, whole }: PageChoice): string {
	const query = new URLSearchParams({
		...(isLive ? {} : { refresh: 'off' }),
		...(whole === undefined ? {} : { show: whole }),
	});
	return `/?${query}${whole === undefined ? '' : `#${encodeURIComponent(whole)}`}`;
}
