import { invoice } from './invoice';
import { offer } from './offer';
import type { Resource } from './operation';

/** Everything the node offers, in the order of the canvas. */
export const resources: Resource[] = [invoice, offer];
