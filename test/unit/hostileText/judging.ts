import { join } from 'node:path';
import { checkSync } from 'recheck';
import { type Way, waysIntoField, waysIntoFilter } from './fieldReading';
import { piecesOf, textsForPatterns, textsForReaders } from './hostileTexts';
import { tryOut } from './measuring';
import { PLAIN_PARAMETERS, TAKE_DIGITS } from './plainParameters';
import type { Judgement, Pattern, Reader, Subject } from './subject';

const project = join(__dirname, '../../..');

/** On a busy machine the analysis would end otherwise than on an idle one. */
const WITHOUT_CLOCK = {
	timeout: null,
	attackTimeout: null,
	incubationTimeout: null,
	mutationTimeout: null,
};

/** What readers say of text that they do not take. */
const REFUSALS = ['WrongValue', 'Failure', 'RefusedByN8n'];

// A process of its own: Apart sends a subject and waits for what is said of it.
process.on('message', (subject: Subject) => {
	void (async () => {
		process.send?.(await judge(subject));
	})();
});

async function judge(subject: Subject): Promise<Judgement> {
	switch (subject.kind) {
		case 'pattern':
			return judgePattern(subject);
		case 'reader':
			return await judgeReader(subject);
		case 'field':
			return judgeWays(waysIntoField(subject), subject.pieces);
		case 'filter':
			return judgeWays(waysIntoFilter(subject), subject.pieces);
	}
}

function judgePattern({ source, flags }: Pattern): Judgement {
	const diagnostics = checkSync(source, flags, WITHOUT_CLOCK);
	const found = diagnostics.status === 'vulnerable' ? diagnostics : undefined;
	// What the analysis has not proven but tried out is tried out here, too.
	if (found !== undefined && !found.complexity.isFuzz) {
		const { complexity, attack } = found;
		return {
			problems: [`is vulnerable: ${complexity.summary}, for example for ${attack.pattern}`],
			worst: { text: attack.pattern, milliseconds: Infinity },
		};
	}
	const attacks =
		found === undefined ? [] : [{ text: found.attack.string, description: found.attack.pattern }];
	const pattern = new RegExp(source, flags);
	const texts = textsForPatterns(piecesOf(source)).concat(attacks);
	return tryOut((text) => void text.replace(pattern, ''), texts);
}

async function judgeReader(reader: Reader): Promise<Judgement> {
	const { file, name, parameters, tried, takesBytes, pieces } = reader;
	const plainOf = PLAIN_PARAMETERS[name] ?? (() => ['']);
	const { length } = plainOf();
	if (length !== parameters.length) {
		return {
			problems: [
				`takes ${parameters.length} parameters and would be given ${length}: add it to plainParameters.ts`,
			],
			worst: { text: '', milliseconds: 0 },
		};
	}
	const module = (await import(join(project, file))) as Record<string, unknown>;
	const exported = module[name];
	const read = exported as ((...given: unknown[]) => unknown) &
		(new (...given: unknown[]) => unknown);
	const isClass = /^class\b/.test(Function.prototype.toString.call(read));
	const way: Way = (text) => {
		if (TAKE_DIGITS.includes(name) && !/^-?\d+$/.test(text)) return undefined;
		const given = plainOf().with(tried, takesBytes ? Buffer.from(text) : text);
		return isClass ? new read(...given) : read(...given);
	};
	return judgeWays([way], pieces);
}

/** @returns what is wrong with any of them, and the worst text of all. */
function judgeWays(ways: Way[], pieces: readonly string[]): Judgement {
	if (ways.length === 0) throw new Error('There is no way into it.');
	const texts = textsForReaders(pieces);
	const judgements = ways.map((way) => tryOut((text) => take(way, text), texts));
	const [worst] = judgements
		.map((judgement) => judgement.worst)
		.sort((left, right) => right.milliseconds - left.milliseconds);
	return {
		problems: judgements.flatMap(({ problems }) => problems),
		worst: worst ?? { text: '', milliseconds: 0 },
	};
}

function take(way: Way, text: string): void {
	try {
		way(text);
	} catch (cause) {
		if (!isRefusal(cause)) throw cause;
	}
}

function isRefusal(cause: unknown): boolean {
	if (!(cause instanceof Error)) return false;
	// What the platform says of a time zone that n8n has not checked.
	if (cause instanceof RangeError) return cause.message.startsWith('Invalid time zone');
	return REFUSALS.includes(cause.constructor.name);
}
