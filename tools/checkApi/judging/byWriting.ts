import type { WritingEvidence } from '../writing/evidence';
import type { Evidence } from './evidence';
import { confirmed, otherwise, stillOpen, type Verdict } from './verdict';

const NOT_WRITTEN = stillOpen('only --write shows it');
const NOT_REACHED = stillOpen('the step that shows it did not work, or was not wanted');

/** A judgement of what writing has shown; open when nothing was written. */
function onWriting(judge: (writing: WritingEvidence) => Verdict | undefined) {
	return ({ writing }: Evidence): Verdict =>
		writing ? (judge(writing) ?? NOT_REACHED) : NOT_WRITTEN;
}

/** I4 */
export const judgeBooleans = onWriting(({ booleans }) => {
	if (!booleans) return undefined;
	if (booleans.taken === 'words') return confirmed('true and false are taken');
	if (booleans.taken === 'neither') return otherwise('neither false nor 0 is taken');
	return booleans.namesField
		? confirmed('words are refused with a message that names the field, 1 and 0 are taken')
		: otherwise('1 and 0 are taken, but the refusal of words does not name the field');
});

/** I5 */
export const judgeArrays = onWriting(({ agreementStatus: status }) => {
	if (status === undefined || status === 403 || status === 426 || status >= 500) return undefined;
	return status < 300 ? confirmed(`status ${status}`) : otherwise(`refused with status ${status}`);
});

/** I11 */
export const judgeInvoiceScope = onWriting(({ invoiceStatus: status }) => {
	if (status === undefined) return undefined;
	if (status === 403) return otherwise('refused with status 403');
	return status < 300 ? confirmed(`status ${status}`) : undefined;
});

/** I6 */
export const judgeZone = onWriting(({ momentOffMinutes }) => {
	if (momentOffMinutes === undefined) return undefined;
	if (momentOffMinutes === 0) return confirmed('the moment came back as it was meant');
	return otherwise(`the moment came back ${momentOffMinutes} minutes later on Dutch clocks`);
});

/** I17 */
export const judgeSignature = onWriting(({ webhook }) => {
	const signature = webhook?.call?.signature;
	if (signature === undefined) return undefined;
	return signature === 'missing' || signature === 'something else'
		? otherwise(`the header is ${signature}`)
		: confirmed(`the header is ${signature}`);
});

/** I18 */
export const judgePayload = onWriting(({ webhook }) => {
	if (!webhook?.call) return undefined;
	const { method, contentType, isJson, namesObject } = webhook.call;
	const facts = `${method}, ${contentType}, ${isJson ? 'JSON' : 'no JSON'}, ${namesObject ? 'names' : 'does not name'} the object`;
	return method === 'POST' && isJson && namesObject ? confirmed(facts) : otherwise(facts);
});

/** I19 */
export const judgeWebhookDeletion = onWriting(({ webhook }) => {
	if (webhook?.deletion === undefined) return undefined;
	return confirmed(webhook.deletion === 'removed' ? 'it exists' : `it is ${webhook.deletion}`);
});

/** I20 */
export const judgeNumber = onWriting(({ secondInvoiceStatus: status }) => {
	if (status === undefined || status === 426 || status >= 500) return undefined;
	return status < 300
		? confirmed(`a second invoice with the number is taken, status ${status}`)
		: otherwise(`a second invoice with the number is refused with status ${status}`);
});

/** I21 */
export const judgeListing = onWriting(({ listed }) => {
	if (!listed) return undefined;
	if (!listed.isThere) return otherwise('the invoice was not in the list');
	return listed.differing.length === 0
		? confirmed('the invoice was in the list at once, as it was sent')
		: otherwise(`in the list at once, but with another ${listed.differing.join(', ')}`);
});

/** I22 */
export const judgeChanges = onWriting(({ shown }) => {
	const seen = Object.entries(shown);
	if (seen.length === 0) return undefined;
	const hidden = seen.filter(([, isShown]) => !isShown).map(([kind]) => kind);
	return hidden.length === 0
		? confirmed(`seen on: ${seen.map(([kind]) => kind).join(', ')}`)
		: otherwise(`not seen on: ${hidden.join(', ')}`);
});

/** I23 */
export const judgeDownload = onWriting(({ download }) => {
	if (!download) return undefined;
	if (download.status >= 400) return otherwise(`answered with status ${download.status}`);
	return download.isSame
		? confirmed('the same bytes came back')
		: otherwise('other bytes came back than were sent');
});

/** I24 */
export const judgeRefusal = onWriting(({ refused, listed }) => {
	if (!refused || !listed) return undefined;
	if (refused.status !== 422) return otherwise(`answered with status ${refused.status}`);
	return refused.isListed
		? otherwise('the refused invoice is in the list')
		: confirmed('the refused invoice is not in the list');
});

/** I29 */
export const judgeDeletions = onWriting(({ deletions }) => {
	if (deletions.length === 0) return undefined;
	const facts = deletions.map(({ kind, status }) => `${kind}: ${status}`);
	const text = [...new Set(facts)].join(', ');
	return deletions.every(({ status }) => [404, 405, 501].includes(status))
		? confirmed(text)
		: otherwise(text);
});
