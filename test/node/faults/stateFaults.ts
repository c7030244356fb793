import type { Misbehaviour } from '../../../sandbox/portal';
import { answers, carriedOut, type Fault } from './fault';

/** What the API says to a change that was made before: the portal makes it, and answers that. */
export const madeBefore: Fault[] = [409, 422].flatMap((status): Fault[] => {
	const body = { message: 'It is so already.' };
	return [
		{
			...carriedOut(
				`${status}, because it is so already`,
				answers(status, { body, carryOut: true }),
			),
			only: 'states',
		},
		...(
			[
				['it cannot be read', answers(502)],
				['reading it is refused', answers(403, { body: { message: 'No.' } })],
			] as Array<[string, Misbehaviour]>
		).map(([name, reading]): Fault => ({
			name: `${status}, and ${name}`,
			does: answers(status, { body }),
			carriesOut: false,
			proves: 'refused',
			reading,
			only: 'states',
		})),
	];
});
