import { answers, carriedOut, type Fault, HTML, noFault, notCarriedOut } from './fault';
import { changingList, emptyPages, growingQuery, longList, type ServedList } from './servedList';

type Endless = Pick<Fault, 'isHeavy'> & { name: string; list: () => ServedList };

/** Lists whose end nobody comes to. */
const endless: Endless[] = [
	{ name: 'shows empty pages for ever', list: emptyPages },
	{ name: 'names longer and longer addresses', list: growingQuery },
	// It takes 71 requests until it is known.
	{ name: 'holds 200,000 objects', list: () => longList(200_000), isHeavy: true },
];

/** What is wrong with a list that is read from its beginning to its end. */
export const listReadingFaults: Fault[] = [
	...endless.map(({ name, ...rest }): Fault => ({
		...{ ...noFault, ...rest },
		name: `the list ${name}`,
		proves: 'refused',
	})),
	{
		...noFault,
		name: 'the list shrinks while it is read',
		list: () =>
			changingList((inList, pagesServed) => {
				if (pagesServed === 1) inList.splice(0, 3);
			}),
	},
	{
		...noFault,
		name: 'the list shrinks each time that it is read',
		proves: 'refused',
		list: () => changingList((inList) => inList.splice(0, 1)),
	},
	{
		...noFault,
		name: 'the list grows while it is read',
		list: () =>
			changingList((inList, pagesServed) => {
				if (pagesServed < 3) inList.unshift({ ...inList[0], id: `new_${pagesServed}` });
			}),
	},
];

const unreadable: Fault[] = [
	{ name: '403', reading: answers(403, { body: { message: 'Invalid scope(s) provided.' } }) },
	{ name: '500', reading: answers(500) },
	{ name: 'a web page', reading: answers(200, { body: HTML }) },
	{ name: 'a broken connection', reading: { kind: 'dropRequest' } as const },
].flatMap(({ name, reading }): Fault[] => [
	{ ...noFault, name: `the list is not to be read: ${name}`, reading, only: 'writes' },
]);

const unreadableAtFirst: Fault[] = [
	{ name: '500', reading: answers(500) },
	{ name: '429', reading: answers(429, { headers: { 'retry-after': '1' } }) },
	{ name: 'a broken connection', reading: { kind: 'dropRequest' } as const },
].map(({ name, reading }): Fault => ({
	...noFault,
	name: `the list is not to be read at first: ${name}`,
	reading,
	readings: 2,
	only: 'writes',
}));

/** What is wrong with a list in which something is looked for before anything is sent. */
export const lookUpFaults: Fault[] = [
	...endless.map(({ name, ...rest }): Fault => ({ ...noFault, ...rest, name: `the list ${name}` })),
	...unreadable,
	...unreadableAtFirst,
];

/** What is wrong with a list in which a request is looked for of which nothing is known. */
export const listFaultsInDoubt: Fault[] = endless.flatMap(({ name, ...rest }): Fault[] => [
	{ ...carriedOut(`lost, and the list ${name}`, { kind: 'loseAnswer' }), ...rest },
	{ ...notCarriedOut(`dropped, and the list ${name}`, { kind: 'dropRequest' }), ...rest },
]);
