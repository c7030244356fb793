import { invalid } from '../errors';
import type { IssuedPunchCard, PunchCard } from '../records';
import { newIdentifier } from '../values/identifiers';
import { atom } from '../values/moments';
import {
	created,
	listed,
	named,
	ok,
	type Operations,
	type OperationRequest,
	type PortalContext,
} from './operation';

interface Sale {
	forSale?: boolean;
	price?: string;
	vatRate?: number;
}

function showPunchCard({ expiryValue, expiryPeriod, ...card }: PunchCard): object {
	return {
		...card,
		// Typed as integer: the contract has no null for a card that never expires.
		...(expiryValue === null ? {} : { expiryValue }),
		// The API spells this field differently in requests and answers.
		expiryPeriode: expiryPeriod,
	};
}

function statusOf({ expiresAt, punchesLeft }: IssuedPunchCard): string {
	if (punchesLeft === 0) return 'fully_used';
	return expiresAt !== null && Date.parse(expiresAt) < Date.now() ? 'expired' : 'active';
}

const showIssued = (card: IssuedPunchCard): object => ({ ...card, status: statusOf(card) });

/** A card for sale needs a price; one that is not for sale has none. */
function saleOf({
	forSale = false,
	price,
	vatRate,
}: Sale): Pick<PunchCard, 'forSale' | 'price' | 'vatRate'> {
	if (!forSale) return { forSale, price: null, vatRate: null };
	if (price === undefined) throw invalid('The price field is required when forSale is true.');
	if (vatRate === undefined) throw invalid('The vatRate field is required when forSale is true.');
	return { forSale, price, vatRate };
}

function expiryOf(
	value?: string | number,
	period?: string,
): Pick<PunchCard, 'expiryValue' | 'expiryPeriod'> {
	if (value === undefined && period === undefined) return { expiryValue: null, expiryPeriod: null };
	if (value === undefined) throw invalid('The expiryValue field is required with expirePeriod.');
	if (period === undefined) throw invalid('The expirePeriod field is required with expiryValue.');
	if (!/^[1-9]\d*$/.test(String(value))) throw invalid('The expiryValue field must be an integer.');
	if (period !== 'days' && period !== 'months' && period !== 'years') {
		throw invalid('The selected expirePeriod is invalid.');
	}
	return { expiryValue: Number(value), expiryPeriod: period };
}

function issuedCards(request: OperationRequest, { state }: PortalContext): IssuedPunchCard[] {
	const { id } = named(state.punchCards, request, 'punchCardId', 'punch card');
	return state.issuedPunchCards.filter(({ punchCardId }) => punchCardId === id);
}

function namedIssued(request: OperationRequest, context: PortalContext): IssuedPunchCard {
	const cards = issuedCards(request, context);
	return named(cards, request, 'issuedPunchCardId', 'issued punch card');
}

export const punchCards: Operations = {
	'list-punch-cards': (request, context) =>
		listed(request, context, context.state.punchCards, showPunchCard),

	'create-punch-card': (request, { state }) => {
		const body = request.body as Sale & {
			name: string;
			punches: number;
			punchLabel: string;
			description?: string;
			expiryValue?: string | number;
			expirePeriod?: string;
		};
		if (body.punches < 1) throw invalid('The punches field must be at least 1.');
		const card: PunchCard = {
			id: newIdentifier('pcd'),
			name: body.name,
			description: body.description ?? null,
			punches: body.punches,
			punchLabel: body.punchLabel,
			...saleOf(body),
			...expiryOf(body.expiryValue, body.expirePeriod),
			createdAt: atom(),
		};
		state.punchCards.push(card);
		return created(showPunchCard(card));
	},

	'get-punch-card': (request, { state }) =>
		ok(showPunchCard(named(state.punchCards, request, 'punchCardId', 'punch card'))),

	'edit-punch-card': (request, { state }) => {
		const card = named(state.punchCards, request, 'punchCardId', 'punch card');
		return ok(showPunchCard(Object.assign(card, saleOf(request.body as Sale))));
	},

	'list-bought-punch-cards': (request, context) =>
		listed(request, context, issuedCards(request, context), showIssued),

	'get-bought-punch-card': (request, context) => ok(showIssued(namedIssued(request, context))),

	'stamp-bought-punch-card': (request, context) => {
		const card = namedIssued(request, context);
		const { stamps = 1 } = request.body as { stamps?: number };
		if (stamps < 1) throw invalid('The stamps field must be at least 1.');
		if (statusOf(card) === 'expired') throw invalid('The punch card has expired.');
		if (stamps > card.punchesLeft) {
			throw invalid(`The stamps field must not be greater than ${card.punchesLeft}.`);
		}
		card.punchesLeft -= stamps;
		return ok(showIssued(card));
	},
};
