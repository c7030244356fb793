/** Ctrl-C, a closed terminal, or somebody who ends this process. */
export class Interruption {
	hasHappened = false;

	readonly happened = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				this.hasHappened = true;
				resolve();
			});
		}
	});
}
