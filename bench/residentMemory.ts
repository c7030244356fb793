import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The memory that a process has, followed while it works. */
export interface MemoryRecord {
	/** The most that it had in that time, in MB. */
	peakBetween(begin: number, end: number): number;
	/** What it had at that moment, in MB. */
	at(moment: number): number;
	stop(): void;
}

interface Sample {
	at: number;
	megabytes: number;
}

const everyMilliseconds = 20;

/** The process that we started, or something of ours did, with that script on its command line. */
export function findProcess(script: string): number {
	const rows = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
		.split('\n')
		.map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
		.filter((match) => match !== null)
		.map(([, id, parent, command = '']) => ({ id: Number(id), parent: Number(parent), command }));
	const childrenOf = (parent: number) => rows.filter((row) => row.parent === parent);
	const family = childrenOf(process.pid);
	for (const { id } of family) family.push(...childrenOf(id));
	// Our own supervisor has the script on its command line too, and is above it.
	const found = family.filter(({ command }) => command.includes(script)).at(-1);
	if (!found) throw new Error(`No process of ours runs ${script}.`);
	return found.id;
}

/** The memory of the process that is in real memory now, in MB. */
function residentMemory(processId: number): number {
	const status = readFileSync(`/proc/${processId}/status`, 'utf8');
	return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** Begins to look at the memory of a process, 50 times a second. */
export function watchMemory(processId: number): MemoryRecord {
	const samples: Sample[] = [];
	const look = (): void => {
		samples.push({ at: Date.now(), megabytes: residentMemory(processId) });
	};
	look();
	const watch = setInterval(look, everyMilliseconds);
	const at = (moment: number): number =>
		samples.findLast((sample) => sample.at <= moment)?.megabytes ?? NaN;
	return {
		at,
		peakBetween: (begin, end) =>
			samples
				.filter((sample) => sample.at >= begin && sample.at <= end)
				.reduce((peak, { megabytes }) => Math.max(peak, megabytes), at(end)),
		stop: () => clearInterval(watch),
	};
}
