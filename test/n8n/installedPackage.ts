import axios from 'axios';
import { credentialType, host, nodeType } from './host';

interface ListedNode {
	name: string;
	displayName: string;
	iconUrl?: string | { light: string; dark: string };
	usableAsTool?: boolean;
	properties: Array<{ name: string; options?: Array<{ value: string }> }>;
}

async function listed<Thing extends { name: string }>(file: string): Promise<Thing[]> {
	const { n8n } = host();
	const { data } = await n8n.rest.get<Thing[]>(`${n8n.url}/types/${file}.json`);
	return data;
}

async function iconKind(address: string): Promise<string> {
	const answer = await axios.get<string>(`${host().n8n.url}/${address}`, { proxy: false });
	return `${answer.headers['content-type']} ${answer.data.includes('<svg') ? 'with' : 'without'} a picture`;
}

/** What n8n makes of the package after it was installed as a community package. */
export function describeInstalledPackage(): void {
	describe('the installed package', () => {
		test('gives n8n the node, with its operations', async () => {
			const node = (await listed<ListedNode>('nodes')).find(({ name }) => name === nodeType);
			expect(node?.displayName).toBe('MijnKlantportaal');
			const resource = node?.properties.find(({ name }) => name === 'resource');
			expect(resource?.options?.map(({ value }) => value)).toEqual(
				expect.arrayContaining(['invoice', 'offer']),
			);
		});

		test('gives n8n a version of the node for AI agents', async () => {
			const names = (await listed<ListedNode>('nodes')).map(({ name }) => name);
			expect(names).toContain(`${nodeType}Tool`);
		});

		test('gives n8n the credential', async () => {
			const names = (await listed<{ name: string }>('credentials')).map(({ name }) => name);
			expect(names).toContain(credentialType);
		});

		test('has an icon for light and dark that n8n serves', async () => {
			const node = (await listed<ListedNode>('nodes')).find(({ name }) => name === nodeType);
			const addresses = typeof node?.iconUrl === 'object' ? Object.values(node.iconUrl) : [];
			expect(addresses).toHaveLength(2);
			for (const address of addresses) {
				expect(await iconKind(address)).toMatch(/^image\/svg\+xml.* with a picture$/);
			}
		});
	});
}
