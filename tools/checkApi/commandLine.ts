import { parseArgs } from 'node:util';
import { allScopes } from '../../sandbox/scopes';
import { Problem } from './problem';

/** What the person asked for on the command line. */
export interface Options {
	write: boolean;
	verbose: boolean;
	/** Scopes of the key; undefined when they have to be asked for. */
	scopes?: string[];
	/** Path of the report. */
	report: string;
	/** Without slash at its end. */
	baseUrl: string;
	/** Undefined when the token address is not to be asked. */
	oauthUrl?: string;
	webhookPort: number;
}

const API = 'https://api.mijnklantportaal.nl/v1';
const OAUTH = 'https://manage.mijnklantportaal.nl';

/**
 * Reads the command line.
 * @param today `YYYY-mm-dd`, for the name of the report.
 * @throws Problem
 */
export function readCommandLine(given: readonly string[], today: string): Options {
	const { values, positionals } = parse(given);
	if (values.key !== undefined || values['api-key'] !== undefined || positionals.length > 0) {
		throw new Problem(
			'An API key does not belong on the command line, where other programs can read it: leave it out to be asked for it, or put it into MIJNKLANTPORTAAL_API_KEY. There is nothing else to give without an option; --help lists the options.',
		);
	}
	const baseUrl = toAddress('--base-url', values['base-url'] ?? API);
	const oauthUrl = values['oauth-url'] ?? (baseUrl === API ? OAUTH : undefined);
	return {
		write: values.write ?? false,
		verbose: values.verbose ?? false,
		scopes: values.scopes === undefined ? undefined : toScopes(values.scopes),
		report: values.report ?? `mijnklantportaal-check-${today}.md`,
		baseUrl,
		oauthUrl: oauthUrl === undefined ? undefined : toAddress('--oauth-url', oauthUrl),
		webhookPort: toPort(values['webhook-port'] ?? '8787'),
	};
}

function parse(given: readonly string[]) {
	try {
		return parseArgs({
			args: [...given],
			allowPositionals: true,
			options: {
				write: { type: 'boolean' },
				verbose: { type: 'boolean' },
				scopes: { type: 'string' },
				report: { type: 'string' },
				'base-url': { type: 'string' },
				'oauth-url': { type: 'string' },
				'webhook-port': { type: 'string' },
				// Known so that they can be refused with a reason.
				key: { type: 'string' },
				'api-key': { type: 'string' },
			},
		});
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
		throw new Problem(`${reason}. --help lists the options.`);
	}
}

/**
 * Scopes as a person names them: `all`, or names with commas or spaces between.
 * @throws Problem for a name that the documentation does not know.
 */
export function toScopes(text: string): string[] {
	const names = text.split(/[\s,]+/).filter(Boolean);
	if (names.length === 1 && names[0]?.toLowerCase() === 'all') return [...allScopes];
	const unknown = names.filter((name) => !(allScopes as readonly string[]).includes(name));
	if (unknown.length > 0 || names.length === 0) {
		throw new Problem(
			`The scopes hold ${unknown.length > 0 ? `no known ones: ${unknown.join(', ')}` : 'nothing'}. Give "all", or names such as customers.read,invoices.read; the README lists them.`,
		);
	}
	return names;
}

function toAddress(option: string, given: string): string {
	const address = given.trim().replace(/\/+$/, '');
	if (/^https?:\/\//.test(address) && URL.canParse(address)) return address;
	throw new Problem(`${option} is not a web address: give one that begins with https://.`);
}

function toPort(given: string): number {
	const port = Number(given);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new Problem('--webhook-port is not a port: give a whole number from 1 to 65535.');
}
