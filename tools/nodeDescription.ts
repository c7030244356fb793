/** What the tools and the quick checks know of the nodes: all of it comes through here. */
export { accessGroups } from '../nodes/shared/authentication/accessGroups';
export { resources } from '../nodes/MijnKlantportaal/resources';
export type {
	Operation,
	Resource,
	WriteOperation,
} from '../nodes/MijnKlantportaal/execution/operation';
export { displayNameOf } from '../nodes/MijnKlantportaal/execution/displayNames';
export { whenRunAgain } from '../nodes/MijnKlantportaal/execution/runningAgain';
export { events } from '../nodes/shared/objects/events';

/** Where the resources stand: a folder for each. */
export const resourcesFolder = 'nodes/MijnKlantportaal/resources';

/**
 * Where n8n looks for the output schemas of a node of version 1: beside the node, in a folder for the version
 * with three numbers, by the values of the parameters resource and operation (n8n-core 2.41,
 * nodes-loader/output-schema-resolver).
 */
export const schemasFolder = 'nodes/MijnKlantportaal/__schema__/v1.0.0';
