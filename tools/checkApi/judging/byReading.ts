import { fieldOf, isRecord, isSuccess, objectsOf } from '../asking/exchange';
import { amountForm, isDutchOffset, momentForm, safeName } from '../observing/forms';
import { prefixOf } from '../observing/leaves';
import type { TokenAnswer } from '../reading/probes';
import type { Evidence } from './evidence';
import { confirmed, counted, otherwise, stillOpen, type Verdict } from './verdict';

/** I1 */
export function judgeWindow({ rate }: Evidence): Verdict {
	if (rate.withHeaders < rate.answers) {
		const missing = rate.answers - rate.withHeaders;
		return otherwise(`${missing} of ${counted(rate.answers, 'answer')} lack the headers`);
	}
	if (rate.window === 'not seen') return stillOpen('the kind of window did not show');
	return confirmed(`the window is ${rate.window}, the limit ${rate.limit}`);
}

/** I2 */
export function judgeOrder({ orders }: Evidence): Verdict {
	const told = [...orders].filter(([, order]) => order !== 'cannot be told');
	if (told.length === 0) return stillOpen('no list has enough objects of different age');
	const others = told.filter(([, order]) => order !== 'newest first');
	if (others.length === 0) return confirmed(`${counted(told.length, 'list')}, all newest first`);
	return otherwise(others.map(([operation, order]) => `${operation}: ${order}`).join(', '));
}

/** I3 */
export function judgePages({ pages }: Evidence): Verdict {
	if (pages.followed === 0) return stillOpen('no list is longer than a page');
	const findings = [
		!pages.isHostSame && 'the next page is on another host',
		!pages.isPathSame && 'the next page has another path',
		!pages.areObjectsOther && 'the next page held the same objects',
	].filter((finding) => finding !== false);
	if (findings.length > 0) return otherwise(findings.join(', '));
	return confirmed(
		`${counted(pages.followed, 'next page')}, parameters: ${pages.parameters.join(', ')}`,
	);
}

/** MijnKlantportaal's own invoices are documented with numbers, and with moments that end in Z. */
const OWN_INVOICES = ['get-invoice', 'list-mijnklantportaal-invoices'];

/** I7 */
export function judgeMoments({ leaves }: Evidence): Verdict {
	const moments = leaves.map(({ value }) => value).filter(isMoment);
	if (moments.length === 0) return stillOpen('no moment was seen');
	const foreign = moments.filter((moment) => isDutchOffset(moment) !== true);
	const exceptions = leaves.filter(
		({ operationId, name, value }) =>
			name === 'issuedAt' && OWN_INVOICES.includes(operationId) && foreign.includes(String(value)),
	);
	if (foreign.length <= exceptions.length) {
		return confirmed(`${counted(moments.length, 'moment')} with the offset of the Netherlands`);
	}
	const forms = [...new Set(foreign.map(momentForm))].join(', ');
	return otherwise(`${foreign.length} of ${counted(moments.length, 'moment')}: ${forms}`);
}

function isMoment(value: unknown): value is string {
	return momentForm(value)?.includes(':') ?? false;
}

/** I8 */
export function judgeAmounts({ leaves }: Evidence): Verdict {
	const seen = leaves.filter(
		({ name, value, operationId }) =>
			isAmountField(name) && value !== null && !OWN_INVOICES.includes(operationId),
	);
	if (seen.length === 0) return stillOpen('no amount was seen');
	const others = seen.filter(({ value }) => amountForm(value) !== 'text, 2 decimals');
	if (others.length === 0) return confirmed(counted(seen.length, 'amount'));
	const forms = [...new Set(others.map(({ value }) => amountForm(value)))].join(', ');
	return otherwise(`${others.length} of ${counted(seen.length, 'amount')}: ${forms}`);
}

/** Whether a field of that name holds an amount. */
export function isAmountField(name: string): boolean {
	return /^(amount|price)$|Amount$|^amount[A-Z]/.test(name);
}

/** I9 */
export function judgeIdentifiers({ leaves }: Evidence): Verdict {
	const identifiers = leaves.flatMap((leaf) => {
		const prefix = prefixOf(leaf.schema);
		return prefix === undefined || leaf.value === null ? [] : [{ ...leaf, prefix }];
	});
	if (identifiers.length === 0) return stillOpen('no identifier was seen');
	const odd = identifiers.filter(({ value, prefix }) => {
		// A file or a directory.
		const prefixes = /^fs[fd]_$/.test(prefix) ? ['fsf_', 'fsd_'] : [prefix];
		return !prefixes.some(
			(known) =>
				typeof value === 'string' &&
				value.startsWith(known) &&
				/^[\w-]+$/.test(value.slice(known.length)),
		);
	});
	if (odd.length === 0) return confirmed(counted(identifiers.length, 'identifier'));
	const fields = [
		...new Set(odd.map(({ operationId, name }) => `${operationId} ${safeName(name)}`)),
	];
	return otherwise(`other ones in ${fields.join(', ')}`);
}

/** I14 */
export function judgeRefusals({ refusals, exchanges }: Evidence): Verdict {
	if (!refusals) return stillOpen('was not asked');
	const { unknownKey, unknownCustomer } = refusals;
	const lacking = exchanges.filter(({ status, hasKey }) => status === 403 && hasKey);
	// With a key that may not read customers, nothing can be said of one that is not there.
	const mayRead = unknownCustomer.status !== 403;
	const findings = [
		unknownKey.status !== 401 && `an unknown key is answered with ${unknownKey.status}`,
		mayRead &&
			unknownCustomer.status !== 404 &&
			`an unknown customer is answered with ${unknownCustomer.status}`,
		...[unknownKey, unknownCustomer, ...lacking].map(
			(exchange) =>
				typeof fieldOf(exchange.body, 'message') !== 'string' &&
				`status ${exchange.status} carries no message`,
		),
	].filter((finding) => finding !== false);
	if (findings.length > 0) return otherwise([...new Set(findings)].join(', '));
	const scopes = lacking.length > 0 ? ', a lacking scope with 403' : '; no scope lacked';
	return confirmed(`401${mayRead ? ' and 404' : ''} with a message${scopes}`);
}

/** I15 */
export function judgeTokenAddress({ tokens }: Evidence): Verdict {
	if (!tokens) return stillOpen('the token address was not asked, or did not answer');
	const { json, form } = tokens;
	if ([json, form].some(isUseless)) {
		return stillOpen(`the token address answered with ${json.status} and ${form.status}`);
	}
	return json.status === form.status && problemOf(json) === problemOf(form)
		? confirmed(`a form and JSON are refused alike, with status ${form.status}`)
		: otherwise(
				`JSON is refused with ${json.status}, a form with ${form.status} and another problem`,
			);
}

function isUseless({ status, isWebPage, body }: TokenAnswer): boolean {
	return isWebPage || !isRecord(body) || isSuccess({ status }) || status >= 500 || status === 404;
}

function problemOf({ body }: TokenAnswer): string {
	return JSON.stringify([fieldOf(body, 'error'), fieldOf(body, 'message')]);
}

const IN_LIST = ['id', 'name', 'status', 'signerName', 'createdAt'];

/** I16 */
export function judgeAgreements({ exchanges }: Evidence): Verdict {
	const agreements = exchanges
		.filter((exchange) => exchange.operationId === 'list-agreements' && isSuccess(exchange))
		.flatMap(({ body }) => objectsOf(body));
	if (agreements.length === 0) return stillOpen('there is no agreement to look at');
	const names = new Set(agreements.flatMap(Object.keys));
	const missing = IN_LIST.filter((name) => !names.has(name));
	const more = [...names].filter((name) => !IN_LIST.includes(name)).map(safeName);
	if (missing.length + more.length === 0) return confirmed(`fields: ${IN_LIST.join(', ')}`);
	const parts = [
		missing.length > 0 && `without ${missing.join(', ')}`,
		more.length > 0 && `with ${more.join(', ')}`,
	].filter((part) => part !== false);
	return otherwise(parts.join(', '));
}

/** I25 */
export function judgePeriod({ results }: Evidence): Verdict {
	const result = results.find(({ operation }) => operation.operationId === 'list-appointments');
	const [status] = result?.statuses ?? [];
	if (status === 200) return confirmed('answered with 200');
	if (status === 422 || status === 400) return otherwise(`refused with ${status}`);
	return stillOpen('appointments could not be read');
}
