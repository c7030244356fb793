/** Whether an inference holds. */
export interface Verdict {
	verdict: 'confirmed' | 'otherwise' | 'still open';
	/** Why, in words that hold no value of the portal. */
	because: string;
}

export const confirmed = (because: string): Verdict => ({ verdict: 'confirmed', because });
export const otherwise = (because: string): Verdict => ({ verdict: 'otherwise', because });
export const stillOpen = (because: string): Verdict => ({ verdict: 'still open', because });

/** `1 list`, `2 lists` */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
