import { resources } from '../../nodes/MijnKlantportaal/resources';
import type { PortalObject } from '../../nodes/shared/objects/portalObject';
import { portalObjects } from '../../nodes/shared/objects/portalObjects';
import { ifExists } from '../../nodes/MijnKlantportaal/fields/ifExists';
import { namesIn, shownInListOf } from './requestNames';
import { expectNone } from './problems';

const creates = resources.flatMap(({ value, object, operations }) =>
	operations.flatMap((operation) =>
		operation.method === 'GET'
			? []
			: [
					{
						operation,
						object: operation.makes ?? object,
						file: `nodes/MijnKlantportaal/resources/${value}/${operation.value}.ts`,
					},
				],
	),
);

test('whoever knows what exists asks what to do about it, and nobody else does', () => {
	expectNone(
		creates
			.filter(
				({ operation: { existing, fields } }) =>
					(existing !== undefined) !== fields.includes(ifExists),
			)
			.map(
				({ file }) =>
					`${file}: \`existing\` and the field \`ifExists\` go together. Add the other one, or remove both.`,
			),
	);
});

test('what exists is known by fields that the request has and the list shows', () => {
	expectNone(
		creates.flatMap(({ operation: { existing, fields }, object, file }) => {
			if (existing === undefined) return [];
			const requested = namesIn(fields);
			const shown = shownInListOf(object);
			return [...existing.key, ...existing.agreeing].flatMap((name) => [
				...(requested.includes(name)
					? []
					: [`${file}: \`existing\` names ${name}, which no field of it is called`]),
				...(shown.includes(name)
					? []
					: [`${file}: objects in the list at ${object.path} show no ${name}`]),
			]);
		}),
	);
});

test('what an object can be named by is shown in its list', () => {
	expectNone(
		Object.values<PortalObject>(portalObjects).flatMap((object) =>
			(object.keys ?? [])
				.filter(({ field }) => !shownInListOf(object).includes(field))
				.map(
					({ field, displayName }) =>
						`nodes/shared/objects/portalObjects.ts: ${object.name} ${displayName} goes by ${field}, which objects in the list at ${object.path} do not show`,
				),
		),
	);
});

test('what is changed is found by fields that the request has and the list shows', () => {
	expectNone(
		creates.flatMap(({ operation: { upsert, fields }, object, file }) => {
			if (upsert === undefined) return [];
			const [requested, shown] = [namesIn(fields), shownInListOf(object)];
			return [...new Set(Object.values(upsert.keys).flat())].flatMap((name) => [
				...(requested.includes(name)
					? []
					: [`${file}: \`upsert\` names ${name}, which no field of it is called`]),
				...(shown.includes(name)
					? []
					: [`${file}: objects in the list at ${object.path} show no ${name}`]),
			]);
		}),
	);
});
