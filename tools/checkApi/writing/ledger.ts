/** Something that was made in the portal. */
export interface Made {
	/** For the report: "invoice". */
	kind: string;
	/** For the person: what the check called it, so that it can be found. */
	name: string;
	/** What became of it; `perhaps made` while its answer has not come. */
	state: 'perhaps made' | 'made' | 'undone' | 'deleted';
	/** How it was undone, or how a person can do it. */
	remark: string;
}

/** Remembers what was made, so that it can be said at any moment. */
export class Ledger {
	readonly made: Made[] = [];

	/** Notes what is about to be made; it counts as perhaps made until the answer tells. */
	begin(kind: string, name: string, remark: string): Made {
		const entry: Made = { kind, name, state: 'perhaps made', remark };
		this.made.push(entry);
		return entry;
	}

	/** Takes back what was refused. */
	forget(entry: Made): void {
		this.made.splice(this.made.indexOf(entry), 1);
	}

	/** What stands in the portal now, a line each, for the screen. */
	describe(): string {
		if (this.made.length === 0) return 'Nothing was made in the portal.';
		const lines = this.made.map(({ kind, name, state, remark }) =>
			state === 'deleted'
				? `  ${kind} "${name}": made and deleted again`
				: `  ${kind} "${name}": ${state === 'undone' ? 'made, then' : `${state}:`} ${remark}`,
		);
		return ['In the portal:', ...lines].join('\n');
	}
}
