/** The connections of a workflow whose steps follow each other, each with one input and one output. */
export function connectedInOrder(steps: ReadonlyArray<{ name: string }>) {
	return Object.fromEntries(
		steps
			.slice(1)
			.map(({ name }, index) => [
				steps[index]?.name ?? '',
				{ main: [[{ node: name, type: 'main', index: 0 }]] },
			]),
	);
}
