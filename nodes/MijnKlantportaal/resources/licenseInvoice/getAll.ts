import { paging } from '../../fields/paging';
import type { Operation } from '../../execution/operation';

/** https://docs.developers.mijnklantportaal.nl/api-reference/invoices-api/list-mijnklantportaal-invoices */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many license invoices',
	description: 'Retrieve a list of the invoices that MijnKlantportaal sent to you',
	method: 'GET',
	url: '/invoices',
	scope: 'businessoperations.read',
	output: 'list',
	fields: paging,
};
