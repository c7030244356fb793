import type { Person } from '../asking/person';
import { Problem } from '../problem';

/** What the person has agreed to. */
export interface Plan {
	/** Part of the names of everything that is made. */
	stamp: string;
	/** Address of the customer that is made. */
	email: string;
	/** Whether somebody reads that address, so that an agreement may be sent there. */
	mayInvite: boolean;
	/** Where webhooks are to call. */
	webhookUrl?: string;
}

/** Nobody gets mail at such an address (RFC 2606). */
const NOBODY = 'n8n-check@example.com';

/**
 * Says what will be made, and asks for what is needed for it.
 * @returns Undefined when the person does not want it.
 * @throws Problem, Interruption
 */
export async function agreeOnWriting(
	person: Person,
	webhookPort: number,
	now: Date,
): Promise<Plan | undefined> {
	const stamp = now
		.toISOString()
		.replace(/\.\d+Z$/, '')
		.replaceAll(/[-:]/g, '')
		.replace('T', '-');
	person.say(describe(stamp));
	const email = await person.ask(
		'E-mail address of yours, for the customer and for an agreement to sign (nothing: no agreement, and nobody gets mail):',
	);
	if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(email)) {
		throw new Problem('That is not an e-mail address. Nothing was made; run it again.');
	}
	const webhookUrl = await person.ask(
		`Public address that leads to port ${webhookPort} of this machine, for a webhook (nothing: no webhook):`,
	);
	if (webhookUrl !== '' && !/^https?:\/\//.test(webhookUrl)) {
		throw new Problem(
			'The address for webhooks has to begin with https:// or http://. Nothing was made; run it again.',
		);
	}
	const name = await person.ask(
		'To begin, type the name of the test portal that the key belongs to (nothing: stop):',
	);
	if (name === '') return undefined;
	const agreed = await person.ask(
		`All of this is made in "${name}", and nobody works with that portal for real: type yes to begin.`,
	);
	if (!/^(y|yes)$/i.test(agreed)) return undefined;
	return {
		stamp,
		email: email === '' ? NOBODY : email,
		mayInvite: email !== '',
		...(webhookUrl === '' ? {} : { webhookUrl }),
	};
}

function describe(stamp: string): string {
	return [
		'',
		'Writing makes these in the portal of the key. Use a portal that is there for trying things out.',
		'',
		...[
			[`customer "n8n check ${stamp}"`, 'stays, unless the API lets it be deleted'],
			['invoice with PDF, 1.00', 'stays, marked as paid; counts for the licence'],
			['invoice from lines, 1.00', 'the same'],
			['offer from lines, 1.00', 'stays, marked as rejected'],
			['payment link, 1.00', 'is closed again'],
			['agreement, if you give an address', 'stays; the address is asked to sign it'],
			['webhook, if you give an address', 'stays, unless the API lets it be deleted'],
		].map(([what = '', fate = '']) => `  ${what.padEnd(38)}${fate}`),
		'',
		'A bookkeeping that is connected to the portal may take over the invoices and the offer.',
		'In the end the check tries to delete the customer, invoices, offer and webhook that it made.',
		'',
	].join('\n');
}
