import { Apart } from './apart';
import { findFields, findFilters } from './findFields';
import { findPatterns } from './findPatterns';
import { findReaders } from './findReaders';
import { isTooMuch } from './measuring';
import { PLAIN_PARAMETERS } from './plainParameters';
import { readProject } from './project';
import { type Judgement, type Subject, titleOf } from './subject';

const { checker, files } = readProject();
const { patterns, unseen } = findPatterns(files);
const readers = findReaders(checker, files);
const fields = findFields(files);
const filters = findFilters(files);

const apart = new Apart();
const slowest: Array<{ subject: Subject; worst: Judgement['worst'] }> = [];

afterAll(() => {
	apart.end();
	const [worst] = slowest.sort((left, right) => right.worst.milliseconds - left.worst.milliseconds);
	if (worst === undefined) return;
	const { text, milliseconds } = worst.worst;
	process.stdout.write(
		`The worst of ${slowest.length}: ${titleOf(worst.subject)} takes ${milliseconds.toFixed(1)} ms for ${text}\n`,
	);
});

function titled<Kind extends Subject>(subjects: Kind[]): Array<[title: string, subject: Kind]> {
	return subjects.map((subject) => [titleOf(subject), subject]);
}

async function judge(subject: Subject): Promise<string[]> {
	const { problems, worst } = await apart.judge(subject);
	slowest.push({ subject, worst });
	return problems;
}

/** More than what ends a judgement by force. */
const PATIENCE = 600_000;

describe('100,000 characters of the worst text take less than the work of 50 milliseconds', () => {
	it('finds what reads text, and every regular expression, by itself', () => {
		expect(readers.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['toAmount', 'toDay', 'toBaseUrl', 'toReadable', 'SearchWords']),
		);
		const isFileName = ({ name }: { name: string }): boolean => name === 'fileNameFrom';
		expect(readers.filter(isFileName).map(({ tried }) => tried)).toEqual([0, 1]);
		expect(fields.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['customerId', 'issuedAt', 'lines', 'signerSignatureData']),
		);
		expect(filters.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['customerId', 'status', 'text', 'createdFrom']),
		);
		const rooms = new Set(patterns.map(({ file }) => file.split('/').slice(0, 3).join('/')));
		expect([...rooms]).toEqual(
			expect.arrayContaining(['nodes/shared/values', 'nodes/MijnKlantportaal/execution']),
		);
	});

	it('sees every regular expression before it is used: it is a literal, or made when its file is loaded', () => {
		expect(unseen).toEqual([]);
	});

	it('gives plain values to readers only', () => {
		expect(readers.map(({ name }) => name)).toEqual(
			expect.arrayContaining(Object.keys(PLAIN_PARAMETERS)),
		);
	});

	it.each(titled(patterns))(
		'%s',
		async (_, pattern) => {
			expect(await judge(pattern)).toEqual([]);
		},
		PATIENCE,
	);

	it.each(titled<Subject>([...readers, ...fields, ...filters]))(
		'%s',
		async (_, subject) => {
			expect(await judge(subject)).toEqual([]);
		},
		PATIENCE,
	);
});

describe('what would not be taken in its stride', () => {
	const at = { kind: 'pattern', file: 'here', line: 1, flags: '' } as const;

	it('is found, also where it grows with the square of the length', async () => {
		expect(await apart.judge({ ...at, source: '\\s*$' })).toHaveProperty('problems', [
			expect.stringContaining('2nd degree polynomial'),
		]);
		expect(isTooMuch(() => void /\s*$/.test(`${' '.repeat(100_000)}x`))).toBe(true);
	});
});
