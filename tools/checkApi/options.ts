import { allScopes } from '../../sandbox/scopes';
import { Problem } from './problem';

/** The command line as `tools/checkApi.mjs` reads it. */
export interface CommandLine {
	write?: boolean;
	verbose?: boolean;
	scopes?: string;
	report?: string;
	'base-url'?: string;
	'oauth-url'?: string;
	'webhook-port'?: string;
	key?: string;
	'api-key'?: string;
}

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
 * Checks what was given on the command line.
 * @param today `YYYY-mm-dd`, for the name of the report.
 * @throws Problem
 */
export function toOptions(values: CommandLine, today: string): Options {
	if (values.key !== undefined || values['api-key'] !== undefined) {
		throw new Problem(
			'An API key does not belong on the command line, where other programs can read it: leave it out to be asked for it, or put it into MIJNKLANTPORTAAL_API_KEY.',
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
			`The scopes hold ${unknown.length > 0 ? `no known ones: ${unknown.join(', ')}` : 'nothing'}. Give "all", or names such as customers.read,invoices.read; docs/scopes.md lists them.`,
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
