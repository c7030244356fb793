import type { IDataObject } from 'n8n-workflow';
import type { ReadBack } from '../../../shared/objects/recovery';

/**
 * An answer to a ticket is carried out when the ticket shows it: a message of that text, by the portal and
 * not by the customer, since the request was sent. One of another text at that time may be it, too, should
 * the portal write texts in a way of its own: then nobody can say.
 */
export const isAnswered: ReadBack['isDone'] = (
	{ messages },
	{ message },
	{ since, claim, mayBeOwn },
) => {
	const ownMessages = Array.isArray(messages) ? (messages as IDataObject[]).filter(isOwn) : [];
	const recent = ownMessages.filter(({ postedAt }) => !(Date.parse(String(postedAt)) < since));
	const alike = recent.filter((each) => plainText(each.message) === plainText(message));
	if (alike.some(claim)) return true;
	return recent.some((each) => !alike.includes(each) && mayBeOwn(each)) ? 'unclear' : false;
};

function isOwn({ isPostedByCustomer }: IDataObject): boolean {
	return isPostedByCustomer !== true;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&nbsp;': ' ',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&#039;': "'",
	'&amp;': '&',
};

/** What a person reads of a text that may be HTML: without tags, with single spaces. */
function plainText(text: unknown): string {
	return String(text ?? '')
		.replace(/<[^<>]{0,1000}>/g, ' ')
		.replace(/&(?:nbsp|lt|gt|quot|#0?39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
		.replace(/\s+/g, ' ')
		.trim();
}
