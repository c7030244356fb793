/** Why the check cannot go on, in a sentence for the person. */
export class Problem extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'Problem';
	}
}

/** The person ended the check. */
export class Interruption extends Error {
	constructor() {
		super('Interrupted');
		this.name = 'Interruption';
	}
}
