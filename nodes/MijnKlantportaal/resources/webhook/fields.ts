import { eventOptions } from '../../../shared/objects/events';
import { choice } from '../../fields/choiceFields';

/** What MijnKlantportaal calls the webhook for. */
export const type = choice({
	name: 'type',
	displayName: 'Type',
	description: 'The event to be told of, such as invoice-paid; one for each webhook',
	options: eventOptions,
	default: 'invoice-paid',
	required: true,
});
