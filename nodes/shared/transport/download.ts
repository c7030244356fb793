import type { IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Connection } from './connection';
import { exchangeWithoutToken } from './exchange';
import { explain } from './explanations';
import { Failure } from './failure';
import { pause } from './pause';
import type { ApiRequest, Purpose } from './request';
import { type ApiResponse, isSuccess } from './response';
import { MOST_RETRIES, pauseBefore } from './retryDecision';
import { send } from './send';
import type { Stop } from './stop';

/** What to make of a downloaded file. */
export interface Download {
	connection: Connection;
	context: IExecuteSingleFunctions;
	/** Asks for the temporary address (docs/api-facts.md, Files and download addresses). */
	request: ApiRequest;
	purpose: Purpose;
	/** Field of the output item that the file is put in. */
	binaryPropertyName: string;
	/** Name of the file when its address does not tell. */
	fileName: string;
	stop?: Stop;
}

/**
 * Fetches the file behind a temporary address. An address that expired in between, or a connection
 * that breaks off, costs another address, not the item.
 * @returns One item with the file in its binary field.
 * @throws Failure
 */
export async function download(given: Download): Promise<INodeExecutionData> {
	for (let retry = 0; ; retry++) {
		const link = await askForLink(given);
		const result = await fetchFile(given, link);
		if (!(result instanceof Failure)) return result;
		if (retry >= MOST_RETRIES) throw result;
		await pause(pauseBefore(retry, Math.random()), given.stop);
	}
}

async function askForLink({ connection, request, purpose, stop }: Download): Promise<URL> {
	const { ending, result: body } = await send(connection, request, { stop });
	if (body === undefined) throw explain(ending, connection, request, purpose);
	const link =
		typeof body.link === 'string' && URL.canParse(body.link) ? new URL(body.link) : undefined;
	if (link === undefined || !['http:', 'https:'].includes(link.protocol)) {
		throw new Failure(
			'The API answered without a usable download address',
			'Run again later, or open the file in the portal.',
		);
	}
	return link;
}

async function fetchFile(given: Download, link: URL): Promise<INodeExecutionData | Failure> {
	const { connection, context, binaryPropertyName } = given;
	const { timeout, proxy, skipSslCertificateValidation } = connection.template;
	const ending = await exchangeWithoutToken(connection, {
		method: 'GET',
		url: link.href,
		encoding: 'stream',
		ignoreHttpStatusErrors: true,
		timeout,
		proxy,
		skipSslCertificateValidation,
	});
	if (ending.kind !== 'answered') {
		return new Failure(
			`The download from ${link.host} broke off`,
			'Check the network between n8n and that host, then run again.',
		);
	}
	const { response } = ending;
	if (!isSuccess(response)) {
		return new Failure(
			`The download address at ${link.host} answered with status ${response.status}`,
			'Run again; a new address is asked for each time.',
			response.status,
		);
	}
	const fileName = fileNameOf(response) ?? given.fileName;
	const mimeType = response.headers['content-type']?.split(';')[0]?.trim();
	try {
		const binary = await context.helpers.prepareBinaryData(
			response.body as Buffer,
			fileName,
			mimeType,
		);
		return {
			json: { fileName, mimeType: binary.mimeType, fileSize: binary.fileSize },
			binary: { [binaryPropertyName]: binary },
		};
	} catch {
		return new Failure(
			`The download from ${link.host} broke off`,
			'Check the network between n8n and that host, then run again.',
		);
	}
}

/** The file name of the header `content-disposition` (RFC 6266), without any folder in it. */
export function fileNameOf({ headers }: Pick<ApiResponse, 'headers'>): string | undefined {
	const disposition = headers['content-disposition'] ?? '';
	const extended = /filename\*\s*=\s*(?:UTF-8|ISO-8859-1)''([^;]+)/i.exec(disposition)?.[1];
	const quoted = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i
		.exec(disposition)?.[1]
		?.replace(/\\(.)/g, '$1');
	const bare = /filename\s*=\s*([^";\s]+)/i.exec(disposition)?.[1];
	const name = decodeName(extended) ?? quoted ?? bare;
	return name?.split(/[\\/]/).pop()?.trim() || undefined;
}

function decodeName(encoded: string | undefined): string | undefined {
	if (encoded === undefined) return undefined;
	try {
		return decodeURIComponent(encoded.trim());
	} catch {
		return undefined;
	}
}
