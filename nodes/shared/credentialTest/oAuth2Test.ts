import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';
import { cleanAddress } from '../transport/addressExpression';
import { INNER_HOSTS } from '../values/innerAddress';

/** An address to which the test sends no token. */
interface RefusedAddress {
	/** When: an expression about the text `address`. Those before it do not apply. */
	when: string;
	/** What the person in front of the dialog reads. */
	message: string;
}

/** Hosts that may be called without encryption; stricter about their form than `isInnerAddress`. */
const INNER_HTTP = String.raw`/^http:\/\/([a-z][\w-]*|[\w][\w.-]*\.(${INNER_HOSTS.endings})|(${INNER_HOSTS.ipv4})\.[\d.]+|\[(${INNER_HOSTS.ipv6})\])(:\d+)?(\/|$)/i`;

/** What `toBaseUrl` refuses before a request of the node, in the same order. */
const REFUSED: RefusedAddress[] = [
	{
		when: `address.includes("@")`,
		message:
			'Base URL holds a user name or a password. Leave out what stands before the @: the access token alone tells the API who calls.',
	},
	{
		when: String.raw`!/^https?:\/\/[\w[]/i.test(address)`,
		message:
			'Base URL is not a web address. Correct it; it normally is https://api.mijnklantportaal.nl/v1.',
	},
	{
		when: '/[?#]/.test(address)',
		message:
			'Base URL goes on behind its path. Leave that out: the path of each request is put behind the address.',
	},
	{
		when: `/^http:/i.test(address) && !${INNER_HTTP}.test(address)`,
		message:
			'Base URL begins with http://, which would send the access token for everybody on the way to read. Let it begin with https://; http:// is for this machine and addresses inside of your own network.',
	},
];

/** Gives 0 for an address that may be called, otherwise the place of what refuses it, from 1. */
const PROBLEM = `((address) => ${REFUSED.map(({ when }, index) => `${when} ? ${index + 1} : `).join('')}0)($credentials.baseUrl.trim())`;

/**
 * Where the test of an OAuth2 credential sends its request. n8n never calls a test function of a node for
 * OAuth2 (n8n 2.41, CredentialsTester), and an expression cannot say why it refuses an address. So what must
 * not get the token is asked in its place of a `data:` address, which n8n's HTTP client reads without any
 * connection: it answers with the number of the problem, for which there is a rule.
 */
export const whereToAsk = {
	baseURL: `={{ ${PROBLEM} === 0 ? ${cleanAddress('$credentials.baseUrl')} : "" }}`,
	url: `={{ ${PROBLEM} === 0 ? "/customers" : "data:," + ${PROBLEM} }}`,
};

/** The body of a `data:` address comes as bytes: `data:,1` as one byte, the code of the digit. */
export const refusalRules: IAuthenticateRuleResponseSuccessBody[] = REFUSED.map(
	({ message }, index) => ({
		type: 'responseSuccessBody',
		properties: { key: '0', value: String(index + 1).charCodeAt(0), message },
	}),
);
