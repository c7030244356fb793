/** A field of a table. */
export interface Cell {
	text: string;
	kind?: 'amount' | 'day' | 'code';
	tone?: 'good' | 'bad';
	/** Where a click leads. */
	href?: string;
}

export const text = (value: string | number | null): Cell => ({ text: String(value ?? '') });
export const code = (value: string): Cell => ({ text: value, kind: 'code' });
export const amount = (value: string): Cell => ({ text: value, kind: 'amount' });
export const day = (value: string | null): Cell => ({ text: cut(value ?? ''), kind: 'day' });

/** The minute of a moment, as the portal writes it. */
export const moment = (value: string): Cell => ({
	text: value.slice(0, 16).replace('T', ' '),
	kind: 'day',
});

/** The day of a moment. */
export function cut(value: string): string {
	return value.slice(0, 10);
}

/** `1234` → `1.2 kB` */
export function sizeOf(bytes: number): string {
	return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
