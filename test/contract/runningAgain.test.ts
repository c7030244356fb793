import { HOW_TO_GO_ON, whenRunAgain } from '../../nodes/MijnKlantportaal/execution/runningAgain';
import { resources } from '../../nodes/MijnKlantportaal/resources';

/** What is meant by "again", for operations whose answer everybody agrees on. */
const CASES: Array<[string, keyof typeof HOW_TO_GO_ON]> = [
	['invoice.create', 'onlyMissing'],
	['offer.createManual', 'onlyMissing'],
	['webhook.create', 'onlyMissing'],
	['customer.upsert', 'sameChange'],
	['customer.update', 'sameChange'],
	['customerGroup.addCustomers', 'sameChange'],
	['punchCard.stamp', 'again'],
	['ticket.reply', 'again'],
	['paymentLink.create', 'again'],
	['appointment.create', 'again'],
	['file.upload', 'again'],
	['subscription.create', 'again'],
];

test.each(CASES)('%s, run again: %s', (name, expected) => {
	const [resourceValue, value] = name.split('.');
	const operation = resources
		.find((resource) => resource.value === resourceValue)
		?.operations.find((candidate) => candidate.value === value);
	if (operation === undefined || operation.method === 'GET') throw new Error(`No write ${name}`);
	expect(whenRunAgain(operation)).toBe(expected);
});
