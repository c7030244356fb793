import { join } from 'node:path';
import { checkSync } from 'recheck';
import { piecesOf, textsForPatterns, textsForReaders } from './hostileTexts';
import { tryOut } from './measuring';
import { OTHER_PARAMETERS, TAKE_DIGITS } from './otherParameters';
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
const REFUSALS = ['WrongValue', 'Failure'];

// A process of its own: Apart sends a subject and waits for what is said of it.
process.on('message', (subject: Subject) => {
	void (async () => {
		process.send?.(subject.kind === 'pattern' ? judgePattern(subject) : await judgeReader(subject));
	})();
});

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

async function judgeReader({ file, name, parameters, pieces }: Reader): Promise<Judgement> {
	const others = OTHER_PARAMETERS[name] ?? [];
	if (others.length + 1 !== parameters) {
		return {
			problems: [
				`takes ${parameters} parameters and would be given ${others.length + 1}: add it to otherParameters.ts`,
			],
			worst: { text: '', milliseconds: 0 },
		};
	}
	const module = (await import(join(project, file))) as Record<string, unknown>;
	const exported = module[name];
	const read = exported as ((...given: unknown[]) => unknown) &
		(new (...given: unknown[]) => unknown);
	const isClass = /^class\b/.test(Function.prototype.toString.call(read));
	return tryOut((text) => {
		if (TAKE_DIGITS.includes(name) && !/^-?\d+$/.test(text)) return;
		try {
			if (isClass) new read(text, ...others);
			else read(text, ...others);
		} catch (cause) {
			if (!(cause instanceof Error) || !REFUSALS.includes(cause.constructor.name)) throw cause;
		}
	}, textsForReaders(pieces));
}
