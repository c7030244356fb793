import { Router, urlencoded } from 'express';
import { join } from 'node:path';
import type { RecordedRequest } from '../exchange';
import type { PortalContext } from '../resources/operation';
import { actions } from './actions';
import { overviewOf } from './overview';

const refreshSeconds = 5;

/** The web page that shows what the portal holds, and the buttons on it. */
export function pageRouter(context: PortalContext, requests: RecordedRequest[]): Router {
	const { state } = context;
	const router = Router();
	router.use((_request, response, next) => {
		// Nothing from elsewhere and no scripts: what customers enter is shown on this page.
		response.set(
			'content-security-policy',
			"default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
		);
		next();
	});
	router.get('/', (request, response) => {
		const refresh = request.query['refresh'] === undefined ? undefined : refreshSeconds;
		response.render(join(__dirname, 'portal.ejs'), {
			...overviewOf(context, requests),
			refresh,
		});
	});
	router.get('/style.css', (_request, response) => {
		response.sendFile('style.css', { root: __dirname });
	});
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
		response.redirect(303, fields['refresh'] ? '/?refresh' : '/');
	});
	router.use((_request, response) => {
		response.status(404).type('text').send('There is no such page.');
	});
	return router;
}
