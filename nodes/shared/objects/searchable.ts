import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Purpose } from '../transport/explanations';
import { Failure } from '../transport/failure';
import { chosenValue } from '../values/chosenValue';

/** How the objects of one kind are listed for picking. */
export interface Searchable {
	/** Path of what lists them; `{parent}` stands for the ID of the parent. */
	url: string;
	query?: IDataObject;
	/** The parameter beside it that names the object they belong to. */
	parent?: { name: string; displayName: string };
	/** The field that holds them, where another object lists them and not a list of their own. */
	field?: string;
	purpose: Purpose;
	/** How the object is shown, and what is searched in. */
	name: (object: IDataObject) => string;
}

/**
 * The path of the list.
 * @throws Failure while the object they belong to is not chosen.
 */
export function urlOf(context: ILoadOptionsFunctions, { url, parent }: Searchable): string {
	if (parent === undefined) return url;
	const given = chosenValue(context.getCurrentNodeParameter(parent.name));
	const identifier = typeof given === 'string' ? given.trim() : '';
	if (/^[\w-]+$/.test(identifier)) return url.replace('{parent}', identifier);
	throw new Failure(
		`${parent.displayName} has to be chosen first`,
		`Choose ${parent.displayName} above. Where an expression gives it, only By ID works here.`,
	);
}
