import type { INodeProperties } from 'n8n-workflow';
import { listSearch } from '../../../nodes/shared/objects/listSearch';
import type { PortalObject } from '../../../nodes/shared/objects/portalObject';
import { portalObjects } from '../../../nodes/shared/objects/portalObjects';
import { offered } from './comparison';
import { prefixesOf } from './exampleValues';
import { description, groupsOf, nestedProperties } from './offeredFields';

interface Locator {
	/** `invoice.create: customerId` */
	place: string;
	property: INodeProperties;
}

const objects = Object.values<PortalObject>(portalObjects);
const locators = offered.flatMap(({ name, properties }) => locatorsIn(properties, `${name}: `));

/** Every parameter that names an object, also inside of others. */
function locatorsIn(properties: INodeProperties[], place: string): Locator[] {
	return properties.flatMap((property) => {
		const here = `${place}${property.name}`;
		if (property.type === 'resourceLocator') return [{ place: here, property }];
		const groups = groupsOf(property).flatMap(({ values }) => values);
		return locatorsIn([...nestedProperties(property), ...groups], `${here}.`);
	});
}

/** The object that the parameter names: each kind has IDs of its own. */
function objectOf({ property }: Locator): PortalObject | undefined {
	const prefixes = prefixesOf(property).join();
	return objects.find((object) => object.prefixes.join() === prefixes);
}

/** The ways to name such an object, as the canvas offers them. */
function waysToName({ title, keys = [] }: PortalObject) {
	return [
		...(title === undefined ? [] : [{ name: 'list', type: 'list', displayName: 'From List' }]),
		{ name: 'id', type: 'string', displayName: 'By ID' },
		...keys.map(({ mode, displayName, placeholder }) => ({
			name: mode,
			type: 'string',
			displayName,
			placeholder,
		})),
	];
}

test('no parameter that names an object is overlooked', () => {
	const walked = new Set(locators.map(({ property }) => property));
	const all = new Set(locatorsIn(description.properties, '').map(({ property }) => property));
	expect(walked).toEqual(all);
	expect(locators.filter((each) => objectOf(each) === undefined)).toEqual([]);
});

test('every object that people know by something is named somewhere', () => {
	const named = new Set(locators.map(objectOf));
	const known = objects.filter(({ keys = [] }) => keys.length > 0);
	expect(known.filter((object) => !named.has(object))).toEqual([]);
	expect(known.length).toBeGreaterThan(0);
});

test.each(locators)('$place offers every way to name its object', (each) => {
	const object = objectOf(each);
	const { modes = [] } = each.property;
	expect(modes).toMatchObject(object === undefined ? [] : waysToName(object));
	for (const { typeOptions } of modes.filter(({ type }) => type === 'list')) {
		expect(Object.keys(listSearch)).toContain(typeOptions?.searchListMethod);
	}
});
