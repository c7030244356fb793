import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { Interruption, Problem } from '../problem';

/** Whoever sits in front of the screen. */
export interface Person {
	/** @throws Problem when no answer can come; Interruption. */
	ask(question: string): Promise<string>;
	/** The same without showing what is typed. */
	askSecretly(question: string): Promise<string>;
	say(text: string): void;
}

/** The person at the terminal, or whatever is piped into it. */
export class TerminalPerson implements Person {
	private readonly lines: string[] = [];
	private readonly waiting: Array<{ take: (line: string) => void; fail: (why: Error) => void }> =
		[];
	private terminal?: Interface;
	private hasEnded = false;
	private isMuted = false;

	/** @param controller Aborts when the person ends the check; then no question is waited for any more. */
	constructor(private readonly controller: AbortController) {
		controller.signal.addEventListener('abort', () => this.fail(new Interruption()));
	}

	async ask(question: string): Promise<string> {
		const terminal = this.open();
		process.stdout.write(`${question} `);
		const line = this.lines.shift();
		if (line !== undefined) return line.trim();
		if (this.hasEnded) throw noAnswer();
		terminal.resume();
		const answer = await new Promise<string>((take, fail) => this.waiting.push({ take, fail }));
		return answer.trim();
	}

	async askSecretly(question: string): Promise<string> {
		const answer = this.ask(question);
		this.isMuted = true;
		try {
			return await answer;
		} finally {
			this.isMuted = false;
			process.stdout.write('\n');
		}
	}

	say(text: string): void {
		console.log(text);
	}

	/** Ends the questions: the terminal is free for something else. */
	close(): void {
		this.terminal?.close();
	}

	private fail(why: Error): void {
		for (const { fail } of this.waiting.splice(0)) fail(why);
	}

	private open(): Interface {
		if (this.terminal) return this.terminal;
		const output = new Writable({
			write: (chunk: Buffer, _encoding, done) => {
				if (!this.isMuted) process.stdout.write(chunk);
				done();
			},
		});
		const isTerminal = process.stdin.isTTY;
		const terminal = createInterface({ input: process.stdin, output, terminal: isTerminal });
		terminal.on('line', (line) => {
			const next = this.waiting.shift();
			if (next) next.take(line);
			else this.lines.push(line);
		});
		terminal.on('close', () => {
			this.hasEnded = true;
			this.fail(noAnswer());
		});
		// In a terminal, Ctrl-C comes here and not as a signal.
		terminal.on('SIGINT', () => this.controller.abort());
		this.terminal = terminal;
		return terminal;
	}
}

function noAnswer(): Problem {
	return new Problem(
		'A question was not answered, because there is nobody to type. Put the key into MIJNKLANTPORTAAL_API_KEY and give --scopes; --write always asks.',
	);
}
