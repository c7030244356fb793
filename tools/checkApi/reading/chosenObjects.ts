import { type Exchange, fieldOf, isRecord, objectsOf } from '../asking/exchange';
import type { Operation } from '../contractOperations';

/** Remembers one object of each kind, to read it and what belongs to it. */
export class ChosenObjects {
	/** Identifiers by the path that lists them, names in braces. */
	private readonly identifiers = new Map<string, string>();

	/** Takes note of the objects that an answer holds. */
	note({ path, kind }: Operation, { body }: Exchange): void {
		if (kind === 'object') this.noteParts(path, body);
		else this.choose(path, objectsOf(body)[0]);
		this.noteFiles(body);
	}

	/**
	 * The path of an operation with identifiers in place of their names.
	 * @returns Undefined when no such object was seen.
	 */
	pathOf({ path }: Operation): string | undefined {
		let template = '';
		let concrete = '';
		for (const segment of path.split('/').slice(1)) {
			const identifier = this.identifiers.get(template);
			const value = segment.startsWith('{') ? identifier : segment;
			// A directory cannot be downloaded.
			if (value === undefined || (segment === '{fileId}' && !value.startsWith('fsf_'))) {
				return undefined;
			}
			template += `/${segment}`;
			concrete += `/${encodeURIComponent(value)}`;
		}
		return concrete;
	}

	private choose(path: string, object: unknown): void {
		const identifier = fieldOf(object, 'id');
		if (typeof identifier === 'string' && !this.identifiers.has(path)) {
			this.identifiers.set(path, identifier);
		}
	}

	/** The documents of an agreement are listed by the agreement itself. */
	private noteParts(path: string, body: unknown): void {
		if (!isRecord(body)) return;
		for (const [name, value] of Object.entries(body)) {
			if (Array.isArray(value)) this.choose(`${path}/${name}`, value[0]);
		}
	}

	/** No operation lists files: those that requests and shares name are all there is. */
	private noteFiles(value: unknown): void {
		if (typeof value === 'string' && /^fs[fd]_[\w-]+$/.test(value)) {
			const known = this.identifiers.get('/files');
			if (!known?.startsWith('fsf_')) this.identifiers.set('/files', value);
		} else if (typeof value === 'object' && value !== null) {
			Object.values(value).forEach((part) => this.noteFiles(part));
		}
	}
}
