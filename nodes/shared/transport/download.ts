import type { IBinaryData, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';
import { fileNameFrom } from '../values/fileName';
import { readAddress } from '../values/webAddress';
import { quote } from '../values/wrongValue';
import { PDF_SIGNATURE, readStart, sizeOf } from './attachedFile';
import type { Connection } from './connection';
import { exchangeWithoutToken } from './exchange';
import { explain } from './explanations';
import { Failure } from './failure';
import { pause } from './pause';
import type { ApiRequest, Purpose } from './request';
import { type ApiResponse, isSuccess, numberHeader } from './response';
import { MOST_RETRIES, pauseBefore } from './retryDecision';
import { send } from './send';
import { ExecutionCancelled, type Stop } from './stop';

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
	/** Whether anything but a PDF is refused. */
	mustBePdf: boolean;
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
		if (retry >= MOST_RETRIES || result instanceof FileRefused) throw result;
		await pause(pauseBefore(retry, Math.random()), given.stop);
	}
}

async function askForLink({ connection, request, purpose, stop }: Download): Promise<URL> {
	const { ending, result: body } = await send(connection, request, { stop });
	if (body === undefined) throw explain(ending, connection, request, purpose);
	const link = typeof body.link === 'string' ? readAddress(body.link) : undefined;
	if (link === undefined || !['http:', 'https:'].includes(link.protocol)) {
		throw new Failure(
			'The API answered without a usable download address',
			'Run again later, or open the file in the portal.',
		);
	}
	return link;
}

async function fetchFile(given: Download, link: URL): Promise<INodeExecutionData | Failure> {
	const { connection, binaryPropertyName, stop } = given;
	const { timeout, proxy, skipSslCertificateValidation } = connection.template;
	const abort = new AbortController();
	// What other items do is no reason to break off; the end of the execution is.
	const leave = stop?.onStop(() => {
		if (stop.reason instanceof ExecutionCancelled) abort.abort();
	});
	try {
		const ending = await exchangeWithoutToken(connection, {
			method: 'GET',
			url: link.href,
			// Packed, its length would not be that of the file.
			headers: { 'accept-encoding': 'identity' },
			encoding: 'stream',
			ignoreHttpStatusErrors: true,
			timeout,
			proxy,
			skipSslCertificateValidation,
			abortSignal: abort.signal,
		});
		if (ending.kind !== 'answered') return brokeOff(link);
		const { response } = ending;
		if (!isSuccess(response)) {
			return new Failure(
				`The download address at ${link.host} answered with status ${response.status}`,
				'Run again; a new address is asked for each time.',
				response.status,
			);
		}
		const binary = await keep(given, link, response);
		if (binary instanceof Failure) return binary;
		const { fileName, mimeType, fileSize } = binary;
		return { json: { fileName, mimeType, fileSize }, binary: { [binaryPropertyName]: binary } };
	} catch {
		return brokeOff(link);
	} finally {
		leave?.();
		// A connection whose body nobody read would stay open.
		abort.abort();
	}
}

/**
 * Puts the file where n8n keeps files.
 * @returns A failure, which another try may cure unless the file was refused.
 * @throws Whatever n8n throws when the connection breaks off.
 */
async function keep(
	{ context, mustBePdf, fileName: usualName }: Download,
	link: URL,
	response: ApiResponse,
): Promise<IBinaryData | Failure> {
	const { headers } = response;
	const fileName = fileNameFrom(headers['content-disposition'], link.href) ?? usualName;
	const type = headers['content-type']?.split(';')[0]?.trim();
	const binary = await context.helpers.prepareBinaryData(response.body as Buffer, fileName, type);
	const size = await sizeOf(context, binary);
	if (size === 0) {
		return new Failure(
			`The download from ${link.host} is empty: ${quote(fileName)}`,
			'Open the file in the portal, and run again when it is there.',
		);
	}
	const sent = numberHeader(response, 'content-length') ?? 0;
	// More than that was packed on its way: the HTTP client unpacks it, and drops the header that says so.
	if (size < sent) return brokeOff(link);
	const start = (await readStart(context, binary)).toString('latin1');
	const found = findOther(start, mustBePdf, fileName);
	if (found === undefined) return binary;
	return new FileRefused(
		`The download from ${link.host} is ${found}: ${quote(fileName)}`,
		'Open the file in the portal. If it is right there, look at whether a proxy or a page to sign in to stands between n8n and that host, then run again.',
	);
}

/** Something else came than the file; to ask again would bring the same. */
class FileRefused extends Failure {}

function brokeOff(link: URL): Failure {
	return new Failure(
		`The download from ${link.host} broke off`,
		'Check the network between n8n and that host, then run again.',
	);
}

/** What came in place of the file; undefined where it may well be the file. */
function findOther(start: string, mustBePdf: boolean, fileName: string): string | undefined {
	if (start.startsWith(PDF_SIGNATURE)) return undefined;
	const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
	if (/^<(!doctype html|html|head)/i.test(text)) {
		return mustBePdf || !/\.x?html?$/i.test(fileName) ? 'a web page, not the file' : undefined;
	}
	if (/^<(\?xml|error)/i.test(text) && !/\.(xml|svg|ubl)$/i.test(fileName)) {
		return 'a message of the file store, not the file';
	}
	return mustBePdf ? 'not a PDF' : undefined;
}
