import type { IDataObject, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { readAddress } from '../values/webAddress';

/**
 * What a person set under Request Options in the Settings of the node, for a picker of the same node. n8n's
 * engine only puts it into the requests of items (n8n-core 2.41, RoutingNode), and this does what it does
 * there.
 */
export function requestOptionsOf(
	context: Pick<ILoadOptionsFunctions, 'getNodeParameter'>,
): Partial<IHttpRequestOptions> {
	const { proxy, timeout, allowUnauthorizedCerts } = readOptions(context);
	return {
		...(allowUnauthorizedCerts === true ? { skipSslCertificateValidation: true } : {}),
		...(typeof timeout === 'number' && timeout > 0 ? { timeout } : {}),
		...(typeof proxy === 'string' && proxy !== '' ? { proxy: toProxy(proxy) } : {}),
	};
}

function readOptions(context: Pick<ILoadOptionsFunctions, 'getNodeParameter'>): IDataObject {
	try {
		return (context.getNodeParameter('requestOptions', {}) ?? {}) as IDataObject;
	} catch {
		// An expression that speaks of items, which there are none of while the node is open.
		return {};
	}
}

function toProxy(given: string): IHttpRequestOptions['proxy'] {
	const address = readAddress(given.includes('://') ? given : `http://${given}`);
	if (address === undefined) return undefined;
	const { protocol, hostname, port, username, password } = address;
	const scheme = protocol.replace(/:$/, '');
	return {
		protocol: scheme,
		host: hostname,
		port: Number(port || (scheme === 'https' ? 443 : 80)),
		...(username === ''
			? {}
			: {
					auth: {
						username: decodeURIComponent(username),
						password: decodeURIComponent(password),
					},
				}),
	};
}
