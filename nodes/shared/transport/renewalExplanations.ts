import type { Account } from './credential';
import { type Explanation, Failure } from './failure';
import type { RenewalObstacle } from './renewalObstacle';

/**
 * What to tell the user when the access token could not be renewed. n8n's words are not passed on: they may
 * quote what the token address answered.
 * @param obstacle `silent` where no answer came in time.
 */
export function explainObstacle(obstacle: RenewalObstacle | 'silent', account: Account): Failure {
	if (obstacle === 'silent') return new Failure(...describeNoRenewal('a time-out', account));
	switch (obstacle.kind) {
		case 'withdrawn':
			return new Failure(...describeLostAccess(account), 401);
		case 'unanswered':
			return new Failure(...describeNoRenewal(obstacle.code, account));
		case 'failed':
			return new Failure(...describeFailedRenewal(obstacle.status, account), obstacle.status);
	}
}

/** What to say when an access token has expired and MijnKlantportaal gives no other one. */
function describeLostAccess({ credentialName }: Account): Explanation {
	return [
		`MijnKlantportaal no longer grants the access of the credential "${credentialName}"`,
		'The owner of the portal may have withdrawn it, or Client Secret is not right any more. Open the credential, check it and connect the account again. What was refused was not carried out.',
	];
}

/** What to say when an access token has expired and could not be renewed because of the network. */
function describeNoRenewal(code: string, { credentialName }: Account): Explanation {
	return [
		// Without the code: n8n puts words of its own in the place of a message that has one.
		'The access token has expired and could not be renewed, because no answer came',
		`The connection ended with ${code}. Check OAuth Base URL in the credential "${credentialName}" and the network of the machine that n8n runs on, then run again. What was refused was not carried out.`,
	];
}

/** What to say when the token address answered with neither a token nor a refusal of the access. */
function describeFailedRenewal(
	status: number | undefined,
	{ credentialName }: Account,
): Explanation {
	const finding = status === undefined ? 'no new token came' : `status ${status}`;
	return [
		`The access token has expired and could not be renewed (${finding})`,
		`MijnKlantportaal has difficulties, or OAuth Base URL in the credential "${credentialName}" is not its address. Run again later; the account does not have to be connected again. What was refused was not carried out.`,
	];
}
