import type ts from 'typescript';
import type { Field } from '../../../nodes/MijnKlantportaal/execution/field';
import type { Filter } from '../../../nodes/MijnKlantportaal/execution/filter';
import { resources } from '../../../nodes/MijnKlantportaal/resources';
import { patternPiecesIn } from './pieces';
import { FIELDS, project } from './project';
import type { ReadField, UsedFilter } from './subject';

/** Parameters of the node by what reads their values: one of each, as many parameters share it. */
export function findFields(files: ts.SourceFile[]): ReadField[] {
	const found = new Map<string, ReadField>();
	const pieces = piecesOfFields(files);
	for (const { value: resource, operations } of resources) {
		for (const { value: operation, fields } of operations) {
			for (const { property, mapping } of flatten(fields)) {
				// A named function is a reader, which is tried by itself.
				if (mapping === undefined || /^function\b/.test(String(mapping.read))) continue;
				const { name, type } = property;
				// Rows are read alike, and what reads their columns is not.
				const key = `${String(mapping.read)} ${type === 'fixedCollection' ? name : ''}`;
				if (found.has(key)) continue;
				found.set(key, { kind: 'field', resource, operation, name, pieces });
			}
		}
	}
	return [...found.values()];
}

/** What narrows lists down, each once: several lists share some. */
export function findFilters(files: ts.SourceFile[]): UsedFilter[] {
	const found = new Map<Filter['passes'], UsedFilter>();
	const pieces = piecesOfFields(files);
	for (const { value: resource, operations } of resources) {
		for (const { value: operation, filters = [] } of operations) {
			for (const { field, passes } of filters) {
				if (found.has(passes)) continue;
				const { name } = field.property;
				found.set(passes, { kind: 'filter', resource, operation, name, pieces });
			}
		}
	}
	return [...found.values()];
}

/** The fields, also those in collections. */
export function flatten(fields: readonly Field[]): Field[] {
	return fields.flatMap((field) => [field, ...flatten(field.fields ?? [])]);
}

function piecesOfFields(files: ts.SourceFile[]): string[] {
	return files
		.filter(({ fileName }) => fileName.startsWith(`${project}/${FIELDS}`))
		.flatMap(patternPiecesIn);
}
