import { agreements } from './agreements';
import { appointments } from './appointments';
import { customerGroups } from './customerGroups';
import { customerInvoices } from './customerInvoices';
import { customerOffers } from './customerOffers';
import { customers } from './customers';
import { fileRequests } from './fileRequests';
import { files } from './files';
import { fileShares } from './fileShares';
import { licenseInvoices } from './licenseInvoices';
import type { Operations } from './operation';
import { paymentLinks } from './paymentLinks';
import { punchCards } from './punchCards';
import { subscriptionPackages } from './subscriptionPackages';
import { subscriptions } from './subscriptions';
import { tickets } from './tickets';
import { webhooks } from './webhooks';

/** Every operation of the API by operationId. */
export const operations: Operations = {
	...agreements,
	...appointments,
	...customerGroups,
	...customerInvoices,
	...customerOffers,
	...customers,
	...fileRequests,
	...files,
	...fileShares,
	...licenseInvoices,
	...paymentLinks,
	...punchCards,
	...subscriptionPackages,
	...subscriptions,
	...tickets,
	...webhooks,
};
