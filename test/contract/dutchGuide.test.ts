import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MijnKlantportaalApi } from '../../credentials/MijnKlantportaalApi.credentials';
import { MijnKlantportaal } from '../../nodes/MijnKlantportaal/MijnKlantportaal.node';
import { MijnKlantportaalTrigger } from '../../nodes/MijnKlantportaalTrigger/MijnKlantportaalTrigger.node';
import { expectNone } from './problems';

const folder = join(__dirname, '../../docs/nl');

/** What n8n itself calls things, in the versions that the guide is for. */
const labelsOfN8n = [
	'Active',
	'Community Nodes',
	'Continue',
	'Create credential',
	'Credential',
	'Credentials',
	'Execute step',
	'Execute workflow',
	'Executions',
	'Expression',
	'Extract from File',
	'Fixed',
	'Import from file…',
	'Install',
	'On Error',
	'Publish',
	'Read/Write Files from Disk',
	'Retry',
	'Save',
	'Settings',
	'Stop',
];

/** Every text that the canvas shows of the nodes and the credential. */
function labelsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(labelsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		const isLabel = ['displayName', 'name', 'action', 'placeholder'].includes(key);
		return isLabel && typeof inner === 'string' ? [inner] : labelsIn(inner);
	});
}

const labels = new Set([
	...labelsOfN8n,
	...labelsIn(new MijnKlantportaal().description),
	...labelsIn(new MijnKlantportaalTrigger().description),
	...labelsIn(new MijnKlantportaalApi()),
]);

test('what the Dutch guide shows in bold stands on the screen like that', () => {
	const named = readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.flatMap((name) =>
			[...readFileSync(join(folder, name), 'utf8').matchAll(/\*\*([^*]+)\*\*/g)].map(
				([, label = '']) => ({ name, label }),
			),
		);
	expect(named).not.toEqual([]);
	expectNone(
		named
			.filter(({ label }) => !labels.has(label))
			.map(({ name, label }) => `docs/nl/${name} names "${label}", which no screen shows.`),
	);
});
