/** Major versions of Node.js, both included. */
export interface NodeMajors {
	oldest: number;
	newest: number;
}

/**
 * A version of n8n that the tests of this project run in. The folder `versions/<number>` holds the manifests
 * and lock files that it is installed with.
 */
export interface TestedVersion {
	n8n: string;
	/** What the summary of `npm run test:versions` says of it. */
	title: string;
	/** What a whole n8n of that version runs on. Without it, only its engine is installed and tested. */
	nodeMajors?: NodeMajors;
}

/** A version that is started as a whole, too. */
export type StartedVersion = TestedVersion & Required<Pick<TestedVersion, 'nodeMajors'>>;

/** What `npm test`, the demo and the benchmarks run. Its engine comes with devDependencies. */
export const newestN8n: StartedVersion = {
	n8n: '2.41.1',
	title: 'the newest',
	nodeMajors: { oldest: 24, newest: Infinity },
};

/** What `npm run test:versions` runs besides. */
export const olderVersions: readonly TestedVersion[] = [
	{ n8n: '1.110.1', title: 'the oldest' },
	// On Node.js 20 it would want a part that has to be compiled.
	{ n8n: '1.123.81', title: 'the last of n8n 1', nodeMajors: { oldest: 22, newest: 24 } },
	{ n8n: '2.20.12', title: 'between those and the newest' },
];

/** The version of that number, which has to be one that is started as a whole. */
export function startedVersion(number: string): StartedVersion {
	const version = [newestN8n, ...olderVersions].find(({ n8n }) => n8n === number);
	if (!version?.nodeMajors) throw new Error(`testedVersions.ts has no n8n ${number} to start.`);
	return { ...version, nodeMajors: version.nodeMajors };
}

/** Whether it is n8n 1, whose REST interface and settings differ a little. */
export function isN8n1({ n8n }: TestedVersion): boolean {
	return n8n.startsWith('1.');
}
