import type { Resource } from '../execution/operation';
import { agreement } from './agreement';
import { appointment } from './appointment';
import { customer } from './customer';
import { customerGroup } from './customerGroup';
import { file } from './file';
import { fileRequest } from './fileRequest';
import { fileShare } from './fileShare';
import { invoice } from './invoice';
import { licenseInvoice } from './licenseInvoice';
import { offer } from './offer';
import { paymentLink } from './paymentLink';
import { punchCard } from './punchCard';
import { subscription } from './subscription';
import { subscriptionPackage } from './subscriptionPackage';
import { ticket } from './ticket';
import { webhook } from './webhook';

/**
 * Everything the node offers, in the order of the canvas: first what most people come for, because n8n
 * shows all actions in one list; then by name.
 */
export const resources: Resource[] = [
	invoice,
	offer,
	customer,
	agreement,
	appointment,
	customerGroup,
	file,
	fileRequest,
	fileShare,
	licenseInvoice,
	paymentLink,
	punchCard,
	subscription,
	subscriptionPackage,
	ticket,
	webhook,
];
