import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';
import type { Key } from '../../shared/objects/findByKey';
import type { PortalObject } from '../../shared/objects/portalObject';
import { toChoice } from '../../shared/values/choice';
import { displayNameOf } from './displayNames';
import type { WriteOperation } from './operation';

/**
 * What to do with what is in the portal already. With `retry` it is used, whatever a person chose: n8n's
 * Retry carries out again what it did before.
 */
export type IfExists = 'useExisting' | 'refuse' | 'retry' | 'update';

/** What an item would create, if it is not there. */
export interface Creation {
	ifExists: IfExists;
	object: PortalObject;
	/** What it is looked for by, one after another until something is found: the first decides. */
	keys: readonly Key[];
	/** What an existing one has to show besides: the values of the request. */
	agreeing: Key;
	/** The parameter as the canvas shows it, by its name in the API. */
	displayNameOf: (name: string) => string;
	/** By the clock of durations: what was there then was looked for. */
	checkedAt: number;
	/** When the first try of the run began: what was made since then may have become unlike what it was. */
	begunAt: number;
	/** What the portal has of it. */
	existing?: IDataObject;
	/** Which of the keys found that. */
	foundBy?: number;
}

const CHOICES = ['createAnother', 'useExisting', 'refuse'] as const;

/**
 * What the item says under If It Exists. A retry looks even where another one was asked for, and refuses
 * nothing: it would refuse what it made itself, and never end.
 * @returns Undefined where another one is created whatever is there.
 * @throws WrongValue
 */
export function readIfExists(
	context: IExecuteSingleFunctions,
	{ existing, upsert }: WriteOperation,
): IfExists | undefined {
	if (upsert !== undefined) return 'update';
	if (existing === undefined) return undefined;
	const choice = toChoice(context.getNodeParameter('ifExists', 'createAnother'), CHOICES);
	if (context.getMode() === 'retry') return 'retry';
	return choice === 'createAnother' ? undefined : (choice as IfExists);
}

/** What the request would create. */
export function toCreation(
	ifExists: IfExists,
	object: PortalObject,
	{ existing, upsert, fields }: WriteOperation,
	body: IDataObject,
	{ startedAt: checkedAt, begunAt }: { startedAt: number; begunAt: number },
): Creation {
	const { agreeing = [] } = existing ?? {};
	const valuesOf = (names: readonly string[]): Key =>
		Object.fromEntries(
			names.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]),
		);
	return {
		ifExists,
		object,
		keys:
			upsert === undefined
				? [valuesOf(existing?.key ?? [])]
				: (upsert.keys[String(body[upsert.choice])] ?? []).map((name) => valuesOf([name])),
		agreeing: valuesOf(agreeing),
		displayNameOf: (name) => displayNameOf(fields, name) ?? name,
		checkedAt,
		begunAt,
	};
}
