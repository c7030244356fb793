import type { IDataObject } from 'n8n-workflow';
import { comparable } from '../values/comparable';

/** What is known of one object. */
interface Entry {
	/** The object as JSON in characters of a byte each, which takes a third of the object's own memory. */
	text: string;
	/** By the clock of durations: it was like that then. */
	seenAt: number;
	/** Whether the list has shown it; what this process made itself may not stand there yet. */
	isListed: boolean;
}

/** An object as it was at a moment. */
export interface SeenObject {
	object: IDataObject;
	/** By the clock of durations. */
	seenAt: number;
}

/** Values of a field, in comparable form, with the IDs of the objects that show them. */
type Index = Map<string, string[]>;

/** The objects of a list, by ID, in an order of their own. */
export class KnownObjects {
	private readonly entries = new Map<string, Entry>();

	/** By name of the field; made when somebody looks for one. */
	private readonly indexes = new Map<string, Index>();

	get size(): number {
		return this.entries.size;
	}

	has(id: unknown): boolean {
		return typeof id === 'string' && this.entries.has(id);
	}

	/** Whether the list has shown it. */
	isListed(id: string): boolean {
		return this.entries.get(id)?.isListed === true;
	}

	get(id: string): SeenObject | undefined {
		const entry = this.entries.get(id);
		return entry && { object: parse(entry.text), seenAt: entry.seenAt };
	}

	/** IDs in order. */
	get ids(): string[] {
		return [...this.entries.keys()];
	}

	/** The objects from that place in the order on. */
	*from(offset: number): Generator<IDataObject> {
		let place = 0;
		for (const { text } of this.entries.values()) if (place++ >= offset) yield parse(text);
	}

	/** Keeps an object in its place, a new one at the end. What has no ID cannot be kept. */
	put(object: IDataObject, seenAt: number, isListed = true): void {
		const { id } = object;
		if (typeof id !== 'string') return;
		const known = this.entries.get(id);
		for (const [field, index] of this.indexes) {
			if (known !== undefined) removeFrom(index, field, id, parse(known.text));
			addTo(index, field, id, object);
		}
		const entry = { text: toText(object), seenAt, isListed: isListed || known?.isListed === true };
		this.entries.set(id, entry);
	}

	/** Keeps an object at the end of the order, wherever it stood before; as it was seen last. */
	putLast(object: IDataObject, seenAt: number): void {
		const known = typeof object.id === 'string' ? this.get(object.id) : undefined;
		const isOutdated = known !== undefined && known.seenAt > seenAt;
		this.remove(object.id);
		if (isOutdated) this.put(known.object, known.seenAt);
		else this.put(object, seenAt);
	}

	remove(id: unknown): void {
		if (typeof id !== 'string') return;
		const known = this.entries.get(id);
		if (known === undefined) return;
		for (const [field, index] of this.indexes) removeFrom(index, field, id, parse(known.text));
		this.entries.delete(id);
	}

	/** IDs of the objects that show that value in that field, in whatever case and with whatever spaces. */
	idsWith(field: string, value: unknown): readonly string[] {
		return this.index(field).get(comparable(value, field)) ?? [];
	}

	/** All values of a field, in comparable form. */
	valuesOf(field: string): string[] {
		return [...this.index(field).keys()].filter((value) => value !== LACKING);
	}

	/** Whether the list shows an object without that field: then it tells nothing about who has which. */
	someLack(field: string): boolean {
		return (this.index(field).get(LACKING) ?? []).some((id) => this.isListed(id));
	}

	/** The same objects the other way round. */
	reversed(): KnownObjects {
		const result = new KnownObjects();
		for (const [id, entry] of [...this.entries].reverse()) result.entries.set(id, entry);
		return result;
	}

	private index(field: string): Index {
		const known = this.indexes.get(field);
		if (known !== undefined) return known;
		const index: Index = new Map();
		for (const [id, { text }] of this.entries) addTo(index, field, id, parse(text));
		this.indexes.set(field, index);
		return index;
	}
}

/** Stands for the value of a field that an object does not have; no value in comparable form has a space alone. */
const LACKING = ' ';

function valueIn(object: IDataObject, field: string): string {
	return field in object ? comparable(object[field], field) : LACKING;
}

function addTo(index: Index, field: string, id: string, object: IDataObject): void {
	const value = valueIn(object, field);
	const ids = index.get(value);
	if (ids === undefined) index.set(value, [id]);
	else ids.push(id);
}

function removeFrom(index: Index, field: string, id: string, object: IDataObject): void {
	const value = valueIn(object, field);
	const ids = (index.get(value) ?? []).filter((other) => other !== id);
	if (ids.length === 0) index.delete(value);
	else index.set(value, ids);
}

/** One character beyond Latin-1 would make the whole text take two bytes a character. */
function toText(object: IDataObject): string {
	return JSON.stringify(object).replace(
		/[^\u0000-\u00ff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

function parse(text: string): IDataObject {
	return JSON.parse(text) as IDataObject;
}
