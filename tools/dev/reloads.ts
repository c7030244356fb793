import { setTimeout as pause } from 'node:timers/promises';
import type { RunningN8n } from '../n8n/startN8n';

/**
 * Sees from n8n's log what became of the changes (n8n 2.41, load-nodes-and-credentials): it watches the folder
 * of the node because N8N_DEV_RELOAD is set, and writes a line when it loads the node anew, and one when that
 * fails.
 */
export class Reloads {
	private reloads = 0;
	private lastLine = '';

	constructor(
		private readonly packageName: string,
		private readonly tell: (line: string) => void,
		/** n8n itself waits a tenth of a second for further changes before it loads a node anew. */
		private readonly noticedWithinMilliseconds = 5000,
	) {}

	/** Takes what n8n writes, in any pieces. */
	read(text: string): void {
		const lines = `${this.lastLine}${text}`.split('\n');
		this.lastLine = lines.pop() ?? '';
		for (const line of lines) this.readLine(line);
	}

	/** Waits until n8n has noticed the change; restarts it when it does not. */
	async expect(n8n: RunningN8n): Promise<void> {
		const before = this.reloads;
		const until = Date.now() + this.noticedWithinMilliseconds;
		while (Date.now() < until) {
			await pause(50);
			if (this.reloads > before) return;
		}
		this.tell('n8n has not noticed the change: restarting it.');
		await n8n.restart();
		this.tell('n8n is up again, with the changed node.');
	}

	private readLine(line: string): void {
		// With a space at the end, so that no longer name of another package is taken for this one.
		const said = `${line.trim()} `;
		if (said.includes(`Hot reload triggered for ${this.packageName} `)) {
			this.reloads++;
			this.tell('n8n loads the node anew; an open editor shows it at once.');
		}
		if (said.includes(`Hot reload failed for ${this.packageName} `)) {
			this.tell(`n8n could not load the node: ${line.trim()}`);
		}
	}
}
