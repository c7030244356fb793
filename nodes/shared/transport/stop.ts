/**
 * Tells whoever waits that there is no use in waiting any more. Not an AbortSignal of its own for each
 * waiter: thousands of items wait at once, and Node.js warns of a leak from eleven listeners on.
 */
export class Stop {
	private static readonly followers = new WeakMap<AbortSignal, Stop>();

	private readonly listeners = new Set<() => void>();
	private ownReason: Error | undefined;

	/** @param parent When it stops, this does. */
	constructor(private readonly parent?: Stop) {}

	/** The stop that comes with a signal: n8n aborts one for each execution that is cancelled. */
	static following(signal: AbortSignal | undefined): Stop {
		if (signal === undefined) return new Stop();
		const known = this.followers.get(signal);
		if (known) return known;
		const stop = new Stop();
		this.followers.set(signal, stop);
		if (signal.aborted) stop.now(new ExecutionCancelled());
		else signal.addEventListener('abort', () => stop.now(new ExecutionCancelled()), { once: true });
		return stop;
	}

	/** Why; undefined while there is no reason to stop. */
	get reason(): Error | undefined {
		return this.ownReason ?? this.parent?.reason;
	}

	/** Stops everybody who waits. */
	now(reason: Error): void {
		if (this.ownReason) return;
		this.ownReason = reason;
		for (const listener of [...this.listeners]) listener();
	}

	/** @returns What ends the listening. */
	onStop(listener: () => void): () => void {
		this.listeners.add(listener);
		const leaveParent = this.parent?.onStop(listener);
		return () => {
			this.listeners.delete(listener);
			leaveParent?.();
		};
	}

	/** @throws The reason, once there is one. */
	throwIfStopped(): void {
		if (this.reason) throw this.reason;
	}
}

/** The user or n8n ended the execution. */
export class ExecutionCancelled extends Error {
	constructor() {
		super('The execution was canceled');
		this.name = 'ExecutionCancelled';
	}
}
